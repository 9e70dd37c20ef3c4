using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Tasks.Rendering.CSharp;
using SchemaSnapshot.Tests;

namespace SchemaSnapshot.DatabaseTests.Models;

/// <summary>The models of real schemas compile without a warning, and Entity Framework takes them for what the database is.</summary>
public sealed class GeneratedModelsTests(PostgresServers servers)
{
    private static readonly string[] KnownDifferences =
    [
        // The same type: the provider's reader does not write quotation marks where SQL wants them.
        "+ Odd \"Names\".select (ünïcödé 表): \"Odd \"\"Names\"\"\".\"Enum of \"\"odd\"\" labels\"",
        "- Odd \"Names\".select (ünïcödé 表): Odd \"\"Names\"\"\".\"Enum of \"\"odd\"\" labels",

        // Composite types: the provider has no mapping for them, and its own scaffolding leaves such columns out.
        "- Odd \"Names\".select (semi;colon): Odd \"\"Names\"\"\".\"Row \"\"type\"\"",
        "- Odd \"Names\".select (semi;colon):  default  generated  stored  comment ",
        "- sales.customers (address): app.address",
        "- sales.customers (address):  default  generated  stored  comment ",

        // A multirange of a range type of the database's own: the provider has a mapping for the range alone.
        "- app.compressed (prices): app.price_ranges",
        "- app.compressed (prices):  default  generated  stored  comment ",

        // The provider knows types of extensions by their bare names. By any other it would compare citext as text.
        "+ sales.tenants (attributes): hstore not null",
        "- sales.tenants (attributes): ext.hstore not null",
        "+ sales.tenants (name): citext not null",
        "- sales.tenants (name): ext.citext not null",

        // An exclusion constraint, which the provider's reader takes for an index.
        "- sales.bookings (room, during): index bookings_no_overlap where (NOT cancelled)",

        // Keys and unique indexes with a range in them, and what refers to them: Entity Framework sorts rows by them, and ranges have no
        // order in .NET. With one of these it refuses the whole model.
        "- sales.bookings (room, during): unique bookings_identity_idx",
        "- sales.prices (net, valid): unique prices_net_key",
        "- sales.prices (product, valid): primary key prices_pkey",
        "- sales.price_uses (product, used): foreign key price_uses_price_fkey to sales.prices (product, valid)",
    ];

    public static TheoryData<string> Databases => RealDatabase.Names;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_models_compile(string name)
    {
        await using var database = await RealDatabase.CreateAsync(servers, name);
        var (snapshot, _) = await database.ReadAsync();

        // Entities are compiled below, by the same compiler with warnings as errors.
        foreach (var flavour in (ModelFlavour[])[ModelFlavour.Records, ModelFlavour.Classes])
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
