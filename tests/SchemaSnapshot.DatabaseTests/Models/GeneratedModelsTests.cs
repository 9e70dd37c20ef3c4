using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Tasks.Rendering.CSharp;
using SchemaSnapshot.Tests;

namespace SchemaSnapshot.DatabaseTests.Models;

/// <summary>The models of real schemas compile without a warning, and Entity Framework takes them for what the database is.</summary>
public sealed class GeneratedModelsTests(PostgresServers servers)
{
    /// <summary>
    /// What Entity Framework has no word for, or its provider's reader another spelling: columns of composite types and multiranges, keys with ranges in
    /// them, exclusion constraints, schemas and quotation marks of types.
    /// </summary>
    private static readonly string[] KnownDifferences =
    [
        "+ Odd \"Names\".select (ünïcödé 表): \"Odd \"\"Names\"\"\".\"Enum of \"\"odd\"\" labels\"",
        "- Odd \"Names\".select (ünïcödé 表): Odd \"\"Names\"\"\".\"Enum of \"\"odd\"\" labels",
        "- Odd \"Names\".select (semi;colon): Odd \"\"Names\"\"\".\"Row \"\"type\"\"",
        "- Odd \"Names\".select (semi;colon):  default  generated  stored  comment ",
        "- app.compressed (prices): app.price_ranges",
        "- app.compressed (prices):  default  generated  stored  comment ",
        "- sales.customers (address): app.address",
        "- sales.customers (address):  default  generated  stored  comment ",
        "+ sales.tenants (attributes): hstore not null",
        "- sales.tenants (attributes): ext.hstore not null",
        "+ sales.tenants (name): citext not null",
        "- sales.tenants (name): ext.citext not null",
        "- sales.bookings (room, during): index bookings_no_overlap where (NOT cancelled)",
        "- sales.bookings (room, during): unique bookings_identity_idx",
        "- sales.prices (net, valid): unique prices_net_key",
        "- sales.prices (product, valid): primary key prices_pkey",
        "- sales.price_uses (product, used): foreign key price_uses_price_fkey to sales.prices (product, valid)",
    ];

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
        string[] differences = [.. missing.Concat(added).Except(KnownDifferences).Order(StringComparer.Ordinal)];
        Assert.True(differences.Length == 0, $"The database (-) and the context (+):\n{string.Join('\n', differences)}");
    }

    private static IEnumerable<string> Lines(IEnumerable<Fact> facts) => facts.Select(fact => fact.Line);
}
