using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Parts of statements about tables.</summary>
internal static class TableSql
{
    /// <summary>The beginning of a statement that alters the relation alone, without those that inherit from it.</summary>
    public static string AlterOnly(string schema, Relation relation) => relation.Kind switch
    {
        RelationKind.View or RelationKind.MaterializedView => $"ALTER {Word(relation)} {SqlText.Name(schema, relation.Name)}",
        _ => $"ALTER {Word(relation)} ONLY {SqlText.Name(schema, relation.Name)}",
    };

    /// <summary>What the relation is, as <c>CREATE</c>, <c>ALTER</c>, <c>DROP</c> and <c>COMMENT ON</c> say it.</summary>
    public static string Word(Relation relation) => relation.Kind switch
    {
        RelationKind.View => "VIEW",
        RelationKind.MaterializedView => "MATERIALIZED VIEW",
        RelationKind.ForeignTable => "FOREIGN TABLE",
        _ => "TABLE",
    };

    /// <summary>What the relation is, as messages say it.</summary>
    public static string Kind(Relation relation) => relation.Kind switch
    {
        RelationKind.View => "view",
        RelationKind.MaterializedView => "materialized view",
        RelationKind.ForeignTable => "foreign table",
        _ => "table",
    };

    /// <summary>The statements for what a column has besides its definition: storage, compression, statistics, options.</summary>
    /// <param name="alter">The beginning of the statement that alters the relation.</param>
    /// <param name="column">The column.</param>
    public static IEnumerable<string> Settings(string alter, Column column)
    {
        var alterColumn = $"{alter} ALTER COLUMN {SqlText.Name(column.Name)}";
        if (column.Storage is { } storage)
        {
            yield return $"{alterColumn} SET STORAGE {storage.ToUpperInvariant()}";
        }

        if (column.Compression is { } compression)
        {
            yield return $"{alterColumn} SET COMPRESSION {compression}";
        }

        if (column.StatisticsTarget is { } target)
        {
            yield return $"{alterColumn} SET STATISTICS {SqlText.Number(target)}";
        }

        if (column.Options is { } options)
        {
            yield return $"{alterColumn} SET ({OptionsSql.List(options)})";
        }
    }

    /// <summary>Access method, storage parameters and tablespace.</summary>
    public static string StorageClauses(Relation relation)
    {
        var method = relation.AccessMethod is null ? "" : $"\nUSING {SqlText.Name(relation.AccessMethod)}";
        var options = relation.Options is null ? "" : $"\nWITH ({OptionsSql.List(relation.Options)})";
        var tablespace = relation.Tablespace is null ? "" : $"\nTABLESPACE {SqlText.Name(relation.Tablespace)}";
        return $"{method}{options}{tablespace}";
    }

    /// <summary>The statements that comment on a relation and its columns.</summary>
    public static IEnumerable<string> Comments(string schema, Relation relation)
    {
        var name = SqlText.Name(schema, relation.Name);
        return
        [
            .. CommentSql.IfAny($"{Word(relation)} {name}", relation.Comment),
            .. relation.Columns.SelectMany(column => CommentSql.IfAny($"COLUMN {name}.{SqlText.Name(column.Name)}", column.Comment)),
        ];
    }

    /// <summary>The statements that name an index as the one for replication or clustering.</summary>
    public static IEnumerable<string> UsesOfIndex(string schema, Relation relation, string index)
    {
        if (relation.ReplicaIdentity == $"index {index}")
        {
            yield return $"{AlterOnly(schema, relation)} REPLICA IDENTITY USING INDEX {SqlText.Name(index)}";
        }

        if (relation.ClusteredOn == index)
        {
            // A materialized view is clustered by the statement for tables, and a partitioned table without ONLY.
            yield return $"ALTER {Word(relation)} {SqlText.Name(schema, relation.Name)} CLUSTER ON {SqlText.Name(index)}";
        }
    }
}
