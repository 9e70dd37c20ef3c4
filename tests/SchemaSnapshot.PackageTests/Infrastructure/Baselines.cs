using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>Snapshot files as a user has committed them.</summary>
internal static class Baselines
{
    /// <summary>A database <c>shop</c> with one table, <c>public.orders(id)</c>.</summary>
    public static string Shop { get; } = System.Text.Encoding.UTF8.GetString(SchemaMapWriter.ToBytes(new DatabaseSnapshot
    {
        Database = "shop",
        Schemas = [new Schema { Name = "public", Tables = [new Relation { Name = "orders", Kind = RelationKind.Table, Columns = [new Column { Name = "id", Type = "bigint" }] }] }],
    }));
}
