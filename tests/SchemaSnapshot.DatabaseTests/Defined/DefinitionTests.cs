using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Defined;

/// <summary>A definition is the statement that makes the object.</summary>
public sealed class DefinitionTests(PostgresServers servers)
{
    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task A_definition_makes_the_object_again_that_was_dropped(int major)
    {
        await using var database = await EverythingFixture.CreateDatabaseAsync(servers, major);
        await database.ExecuteAsync("SET search_path = ''; SET client_min_messages = error");

        // Half of the fixture would go with the extensions.
        foreach (var kind in DefinedKind.All.Select(kind => kind.Id).Where(kind => kind != "extensions"))
        {
            await MakesAgainAsync(database, kind);
        }
    }

    private static async Task MakesAgainAsync(TestDatabase database, string kind)
    {
        var all = await RowsAsync(database, kind);
        Assert.NotEmpty(all);
        foreach (var row in all)
        {
            await database.ExecuteAsync($"BEGIN; {Undoing(kind, row)}");
            Assert.DoesNotContain(row, await RowsAsync(database, kind));
            await database.ExecuteAsync(row.Definition);
            Assert.Contains(row, await RowsAsync(database, kind));
            await database.ExecuteAsync("ROLLBACK");
        }
    }

    private static async Task<List<DefinedRow>> RowsAsync(TestDatabase database, string kind)
    {
        var query = CatalogQuery.For(database.Server.Major).Single(query => query.Name == kind);
        var rows = await database.QueryAsync($"SELECT schema_name, relation_name, name, definition FROM ({query.Text}) AS q");
        return [.. rows.Select(row => new DefinedRow((string?)row[0], (string?)row[1], (string)row[2]!, (string)row[3]!))];
    }

    private static string Undoing(string kind, DefinedRow row) => kind switch
    {
        "triggers" when row.Definition.StartsWith("ALTER", StringComparison.Ordinal) => row.Definition.Replace("DISABLE", "ENABLE", StringComparison.Ordinal),
        "triggers" => $"DROP TRIGGER {Quote(row.Name)} ON {row.Relation}",
        "rules" => $"DROP RULE {Quote(row.Name)} ON {row.Relation}",
        "policies" => $"DROP POLICY {Quote(row.Name)} ON {row.Relation}",
        "statistics" => $"DROP STATISTICS {row.Qualified}",
        "collations" => $"ALTER COLLATION {row.Qualified} RENAME TO another",
        "operators" => $"DROP OPERATOR {row.SchemaName}.{row.Name}",
        "text_search_dictionaries" => $"DROP TEXT SEARCH DICTIONARY {row.Qualified} CASCADE",
        "text_search_configurations" => $"DROP TEXT SEARCH CONFIGURATION {row.Qualified}",
        "casts" => $"DROP CAST {row.Name}",
        "event_triggers" => $"DROP EVENT TRIGGER {Quote(row.Name)}",
        "foreign_data_wrappers" => $"DROP FOREIGN DATA WRAPPER {Quote(row.Name)} CASCADE",
        "foreign_servers" => $"DROP SERVER {Quote(row.Name)} CASCADE",
        "publications" => $"DROP PUBLICATION {Quote(row.Name)}",
        _ => Opposite(row.Definition),
    };

    /// <summary>Makes GRANT of REVOKE and the other way round.</summary>
    private static string Opposite(string privilege) => privilege.Contains("REVOKE ", StringComparison.Ordinal)
        ? privilege.Replace("REVOKE ", "GRANT ", StringComparison.Ordinal).Replace(" FROM ", " TO ", StringComparison.Ordinal)
        : privilege.Replace(" WITH GRANT OPTION", "", StringComparison.Ordinal).Replace("GRANT ", "REVOKE ", StringComparison.Ordinal).Replace(" TO ", " FROM ", StringComparison.Ordinal);

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed record DefinedRow(string? SchemaName, string? RelationName, string Name, string Definition)
    {
        public string Relation => $"{Quote(SchemaName!)}.{Quote(RelationName!)}";

        public string Qualified => $"{Quote(SchemaName!)}.{Quote(Name)}";
    }
}
