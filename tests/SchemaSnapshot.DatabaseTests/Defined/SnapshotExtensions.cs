using Npgsql;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Defined;

/// <summary>What the tests of defined kinds share.</summary>
internal static class SnapshotExtensions
{
    /// <summary>All objects of one kind with the schema, or schema and relation, that each belongs to; empty for the database.</summary>
    public static IEnumerable<(string Owner, DefinedObject Item)> Defined(this DatabaseSnapshot snapshot, string kind) =>
        snapshot.Defined().Where(found => found.Item.Kind.Id == kind);

    /// <summary>All objects of defined kinds.</summary>
    public static IEnumerable<(string Owner, DefinedObject Item)> Defined(this DatabaseSnapshot snapshot)
    {
        var inDatabase = snapshot.Objects.Select(item => ("", item));
        var inSchemas = snapshot.Schemas.SelectMany(schema => schema.Objects.Select(item => (schema.Name, item)));
        var onRelations =
            from schema in snapshot.Schemas
            from relation in schema.Relations.OrderBy(relation => relation.Name, StringComparer.Ordinal)
            from item in relation.Objects
            select ($"{schema.Name}.{relation.Name}", item);
        return inDatabase.Concat(inSchemas).Concat(onRelations);
    }

    public static async Task RunAsync(this NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public static Task<CatalogReading> ReadAsync(this NpgsqlConnection connection) =>
        CatalogReader.ReadAsync(connection, new CatalogOptions(), TestContext.Current.CancellationToken);
}
