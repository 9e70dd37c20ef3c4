using SchemaSnapshot.Comparison;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Renames;

/// <summary>Writes <c>RENAME</c> for each kind of object.</summary>
internal static class RenameStatement
{
    /// <summary>The statement; null where PostgreSQL cannot rename such an object.</summary>
    /// <param name="change">The rename.</param>
    /// <param name="to">The new name.</param>
    public static string? Of(Change change, string to)
    {
        var (path, old) = (change.Path, SqlText.Name(change.Name));
        var now = SqlText.Name(NameOf(to));
        return path switch
        {
            ["schemas", _] => $"ALTER SCHEMA {old} RENAME TO {now}",
            ["schemas", var schema, "functions" or "procedures" or "aggregates" or "window_functions", var signature] =>
                $"ALTER ROUTINE {SqlText.Signature(schema, signature, NameOf(signature))} RENAME TO {now}",
            ["schemas", var schema, var key, var name] when Word(key) is { } word => $"ALTER {word} {SqlText.Name(schema, name)} RENAME TO {now}",
            ["schemas", var schema, "composite_types", var type, _, var name] => $"ALTER TYPE {SqlText.Name(schema, type)} RENAME ATTRIBUTE {SqlText.Name(name)} TO {now} CASCADE",
            ["schemas", var schema, "domains", var type, _, var name] => $"ALTER DOMAIN {SqlText.Name(schema, type)} RENAME CONSTRAINT {SqlText.Name(name)} TO {now}",
            ["schemas", var schema, _, _, "indexes", var name] => $"ALTER INDEX {SqlText.Name(schema, name)} RENAME TO {now}",
            ["schemas", var schema, var key, var relation, var part, ..] => OfRelation($"{SqlText.Name(schema, relation)}", Word(key)!, part, SqlText.Name(path[^1]), now),
            ["event_triggers", var name] => $"ALTER EVENT TRIGGER {SqlText.Name(name)} RENAME TO {now}",
            ["foreign_servers", var name] => $"ALTER SERVER {SqlText.Name(name)} RENAME TO {now}",
            ["foreign_data_wrappers", var name] => $"ALTER FOREIGN DATA WRAPPER {SqlText.Name(name)} RENAME TO {now}",
            ["publications", var name] => $"ALTER PUBLICATION {SqlText.Name(name)} RENAME TO {now}",
            _ => null,
        };
    }

    private static string? OfRelation(string relation, string word, string part, string old, string now) => part switch
    {
        "columns" => $"ALTER {word} {relation} RENAME COLUMN {old} TO {now}",
        "triggers" => $"ALTER TRIGGER {old} ON {relation} RENAME TO {now}",
        "rules" => $"ALTER RULE {old} ON {relation} RENAME TO {now}",
        "policies" => $"ALTER POLICY {old} ON {relation} RENAME TO {now}",
        "privileges" => null,
        _ => $"ALTER TABLE {relation} RENAME CONSTRAINT {old} TO {now}",
    };

    private static string? Word(string key) => key switch
    {
        "tables" => "TABLE",
        "views" => "VIEW",
        "materialized_views" => "MATERIALIZED VIEW",
        "sequences" => "SEQUENCE",
        "domains" => "DOMAIN",
        "enums" or "composite_types" or "range_types" => "TYPE",
        "statistics" => "STATISTICS",
        "collations" => "COLLATION",
        "text_search_dictionaries" => "TEXT SEARCH DICTIONARY",
        "text_search_configurations" => "TEXT SEARCH CONFIGURATION",
        _ => null,
    };

    /// <summary>The name without the argument types of a routine.</summary>
    public static string NameOf(string signature) => signature.Split('(')[0];
}
