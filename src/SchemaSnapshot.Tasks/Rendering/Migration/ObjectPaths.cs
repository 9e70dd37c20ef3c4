using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>What the paths of objects say.</summary>
internal static class ObjectPaths
{
    private static readonly Dictionary<string, string> KindsOfSchema = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["tables"] = "table",
        ["views"] = "view",
        ["materialized_views"] = "materialized view",
        ["sequences"] = "sequence",
        ["enums"] = "enum",
        ["domains"] = "domain",
        ["composite_types"] = "composite type",
        ["range_types"] = "range type",
        ["functions"] = "function",
        ["procedures"] = "procedure",
        ["aggregates"] = "aggregate",
        ["window_functions"] = "window function",
    }.Concat(DefinedKind.At(DefinedLevel.Schema).Where(kind => !kind.IsPrivilege).Select(kind => KeyValuePair.Create(kind.Key, kind.Name))).ToDictionary();

    private static readonly Dictionary<string, string> KindsOfDatabase =
        DefinedKind.At(DefinedLevel.Database).Where(kind => !kind.IsPrivilege).ToDictionary(kind => kind.Key, kind => kind.Name);

    /// <summary>How other objects refer to the object of a path; null where they do not.</summary>
    public static ObjectReference? ReferenceTo(ValueList<string> path) => path switch
    {
        ["schemas", var schema, var key, var name] when KindsOfSchema.TryGetValue(key, out var kind) => new(kind, schema, name),
        ["schemas", var schema, _, _, "indexes", var index] => new("index", schema, index),
        [var key, var name] when KindsOfDatabase.TryGetValue(key, out var kind) => new(kind, null, name),
        _ => null,
    };

    /// <summary>Whether a kind of object can be the type of a column.</summary>
    public static bool IsType(string kind) =>
        kind is "enum" or "domain" or "composite type" or "range type" or "table" or "view" or "materialized view";

    /// <summary>The name that the object takes among those it must differ from; null where it takes none.</summary>
    public static string? TakenName(ValueList<string> path) => path switch
    {
        ["schemas", var schema, "tables" or "views" or "materialized_views" or "sequences" or "enums" or "domains" or "composite_types" or "range_types", var name] => $"{schema}\n{name}",
        ["schemas", var schema, _, _, "indexes" or "primary_key" or "unique_constraints" or "exclusion_constraints", var name] => $"{schema}\n{name}",
        ["schemas", var schema, "functions" or "procedures" or "aggregates" or "window_functions", var signature] => $"{schema}\n{signature}",
        ["schemas", var schema, _, var relation, "check_constraints" or "foreign_keys" or "not_null_constraints", var name] => $"{schema}\n{relation}\nconstraint {name}",
        _ => null,
    };

    /// <summary>Whether it is the path of a table of any kind itself.</summary>
    public static bool IsTable(ValueList<string> path) => path is ["schemas", _, "tables", _];

    /// <summary>Whether it is the path of what makes an object a part of another: a partition, an index of a partition, an owned sequence.</summary>
    public static bool IsTie(ValueList<string> path) => path[^1] is "partition_of" or "owned_by" && (path.Count % 2 == 1 || path[^2] == "primary_key");

    /// <summary>Whether it is the path of a part of a relation or type, which goes with it.</summary>
    public static bool IsPart(ValueList<string> path) => path.Count > 4;

    /// <summary>The schema of what lives in one.</summary>
    public static string Schema(ValueList<string> path) => path[1];

    /// <summary>The last name of a path.</summary>
    public static string Name(ValueList<string> path) => path[^1];

    /// <summary>The path of the relation that an object belongs to.</summary>
    public static ValueList<string> Relation(ValueList<string> path) => path.Take(4).ToValueList();

    /// <summary>The relation that an object belongs to, as SQL names it.</summary>
    public static string RelationName(ValueList<string> path) => SqlText.Name(path[1], path[3]);
}
