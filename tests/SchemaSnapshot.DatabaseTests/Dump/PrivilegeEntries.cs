using System.Text.RegularExpressions;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Dump;

/// <summary>
/// On which objects pg_dump has to list privileges, going by a snapshot; without quotes, and a routine without its arguments.
/// Those on the database itself are left out: pg_dump lists them only where it makes the database, too.
/// </summary>
internal static partial class PrivilegeEntries
{
    /// <summary>The entries: one an object or column, whoever has the privileges.</summary>
    public static IEnumerable<string> Of(DatabaseSnapshot snapshot)
    {
        var onRelations =
            from schema in snapshot.Schemas
            from relation in schema.Relations
            from item in relation.Objects
            where item.Kind.IsPrivilege
            select $"{schema.Name} {OnRelation(relation, item)}";
        var inSchemas =
            from schema in snapshot.Schemas
            from item in schema.Objects
            where item.Kind.IsPrivilege
            select InSchema(schema, Target().Match(item.Definition));
        var inDatabase =
            from item in snapshot.Objects
            where item.Kind.Id == "database_privileges" && !item.Name.StartsWith("database ", StringComparison.Ordinal)
            select $"- {Target().Match(item.Definition).Value}";
        return onRelations.Concat(inSchemas).Concat(inDatabase)
            .Select(entry => $"ACL {entry}".Replace("\"", "", StringComparison.Ordinal))
            .Distinct();
    }

    private static string OnRelation(Relation relation, DefinedObject privilege) =>
        ColumnOf().Match(privilege.Name) is { Success: true } column
            ? $"COLUMN {relation.Name}.{column.Value}"
            : $"TABLE {relation.Name}";

    /// <summary>The schema itself, or an object whose name the definition qualifies.</summary>
    private static string InSchema(Schema schema, Match target)
    {
        var (kind, name) = (target.Groups["kind"].Value, target.Groups["name"].Value);
        return kind == "SCHEMA" ? $"- SCHEMA {schema.Name}" : $"{schema.Name} {kind} {Qualifier().Replace(name, "")}";
    }

    [GeneratedRegex("""(?<= ON )(?<kind>[A-Z ]+) (?<name>[^(]+?)(?=\(.*\) (TO|FROM) | (TO|FROM) )""")]
    private static partial Regex Target();

    [GeneratedRegex("""^("([^"]|"")+"|[^".]+)\.""")]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"(?<= \()[^)]+(?=\)( with grant option)?$)")]
    private static partial Regex ColumnOf();
}
