using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Tasks.Rendering.CSharp;
using SchemaSnapshot.Tests;

namespace SchemaSnapshot.DatabaseTests.Models;

/// <summary>The models of real schemas compile without a warning, and Entity Framework takes them for what the database is.</summary>
public sealed class GeneratedModelsTests(PostgresServers servers)
{
    public static TheoryData<string> Databases => RealDatabase.Names;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_models_compile_in_every_flavour(string name)
    {
        await using var database = await RealDatabase.CreateAsync(servers, name);
        var (snapshot, _) = await database.ReadAsync();

        foreach (var flavour in Enum.GetValues<ModelFlavour>())
        {
            var models = new CompiledModels(snapshot, CompiledModels.Options(flavour));
            Assert.Empty(models.Diagnostics.Take(20));
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_model_of_Entity_Framework_agrees_with_the_database(string name)
    {
        await using var database = await RealDatabase.CreateAsync(servers, name);
        var (snapshot, _) = await database.ReadAsync();
        var models = new CompiledModels(snapshot, CompiledModels.Options(ModelFlavour.EntityFramework));
        var connection = database.Server.ConnectionString(database.Name);

        var expected = ScaffoldedFacts.Of(connection, snapshot);
        var actual = ContextFacts.Of(models.Load(), connection);

        // The provider's reader skips columns of enums and partitioned tables: of these the context knows more.
        var known = expected.SelectMany(fact => fact.Columns.Select(column => (fact.Table, column))).ToHashSet();
        actual.RemoveAll(fact => !fact.Columns.All(column => known.Contains((fact.Table, column))));
        Assert.NotEmpty(actual);
        var (missing, added) = (Lines(expected).Except(Lines(actual)).Select(line => $"- {line}"), Lines(actual).Except(Lines(expected)).Select(line => $"+ {line}"));
        string[] differences = [.. missing.Concat(added).Order(StringComparer.Ordinal)];
        Assert.True(differences.Length == 0, $"The database (-) and the context (+):\n{string.Join('\n', differences)}");
    }

    private static IEnumerable<string> Lines(IEnumerable<Fact> facts) => facts.Select(fact => fact.Line);
}
