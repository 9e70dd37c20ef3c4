using System.Text.RegularExpressions;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Dump;

/// <summary>What pg_dump has to list of a database, going by its snapshot.</summary>
internal static partial class SnapshotEntries
{
    /// <summary>The entries, but for comments and privileges.</summary>
    public static IEnumerable<string> Of(DatabaseSnapshot snapshot) =>
        snapshot.Schemas.SelectMany(InSchema)
            .Concat(InDatabase(snapshot))
            .Concat(Published(snapshot))
            .Concat(DefaultPrivileges(snapshot));

    private static IEnumerable<string> InSchema(Schema schema)
    {
        var types = schema.Enums.Select(type => type.Name)
            .Concat(schema.CompositeTypes.Select(type => type.Name))
            .Concat(schema.RangeTypes.Select(type => type.Name)); // with its multirange type
        string[] entries =
        [
            // It is there from the start.
            .. schema.Name == "public" ? Array.Empty<string>() : [$"SCHEMA - {schema.Name}"],
            .. schema.Sequences.Select(sequence => $"SEQUENCE {schema.Name} {sequence.Name}"),
            .. schema.Sequences.Where(sequence => sequence.OwnedBy is not null).Select(sequence => $"SEQUENCE OWNED BY {schema.Name} {sequence.Name}"),
            .. types.Select(type => $"TYPE {schema.Name} {type}"),
            // Its function needs the type and the type needs the function.
            .. schema.RangeTypes.Where(range => range.Canonical is not null).Select(range => $"SHELL TYPE {schema.Name} {range.Name}"),
            .. schema.Domains.Select(domain => $"DOMAIN {schema.Name} {domain.Name}"),
            .. schema.Domains.SelectMany(domain => domain.Constraints
                .Where(check => check.NotValid).Select(check => $"CHECK CONSTRAINT {schema.Name} {domain.Name} {check.Name}")),
            .. schema.Functions.Concat(schema.WindowFunctions).Select(routine => $"FUNCTION {schema.Name} {routine.Signature}"),
            .. schema.Procedures.Select(routine => $"PROCEDURE {schema.Name} {routine.Signature}"),
            // To pg_dump an aggregate of no arguments is one of any row.
            .. schema.Aggregates.Select(routine => $"AGGREGATE {schema.Name} {routine.Signature.Replace("()", "(*)", StringComparison.Ordinal)}"),
            .. Objects(schema.Objects, "statistics").Select(name => $"STATISTICS {schema.Name} {name}"),
            .. Objects(schema.Objects, "collations").Select(name => $"COLLATION {schema.Name} {name}"),
            .. Objects(schema.Objects, "operators").Select(name => $"OPERATOR {schema.Name} {name[..name.IndexOf('(', StringComparison.Ordinal)]}"),
            .. Objects(schema.Objects, "text_search_dictionaries").Select(name => $"TEXT SEARCH DICTIONARY {schema.Name} {name}"),
            .. Objects(schema.Objects, "text_search_configurations").Select(name => $"TEXT SEARCH CONFIGURATION {schema.Name} {name}"),
            .. schema.Relations.SelectMany(relation => RelationEntries.Of(schema, relation)),
        ];
        return entries;
    }

    private static IEnumerable<string> InDatabase(DatabaseSnapshot snapshot) =>
        Objects(snapshot.Objects, "extensions").Select(name => $"EXTENSION - {name}")
            .Concat(Objects(snapshot.Objects, "casts").Select(name => $"CAST - CAST {name}"))
            .Concat(Objects(snapshot.Objects, "event_triggers").Select(name => $"EVENT TRIGGER - {name}"))
            .Concat(Objects(snapshot.Objects, "foreign_data_wrappers").Select(name => $"FOREIGN DATA WRAPPER - {name}"))
            .Concat(Objects(snapshot.Objects, "foreign_servers").Select(name => $"SERVER - {name}"))
            .Concat(Objects(snapshot.Objects, "publications").Select(name => $"PUBLICATION - {name}"));

    /// <summary>A publication's definition names its tables and schemas; pg_dump lists each.</summary>
    private static IEnumerable<string> Published(DatabaseSnapshot snapshot) =>
        from publication in snapshot.Objects.Where(item => item.Kind.Id == "publications")
        let parts = PublishedSchemas().Match(publication.Definition)
        from schema in snapshot.Schemas
        let tables = schema.Tables
            .Where(table => Names(publication.Definition, $"ONLY {Quoted(schema.Name)}.{Quoted(table.Name)}"))
            .Select(table => $"PUBLICATION TABLE {schema.Name} {publication.Name} {table.Name}")
        let whole = Names(parts.Value, Quoted(schema.Name))
            ? [$"PUBLICATION TABLES IN SCHEMA {schema.Name} {publication.Name} {schema.Name}"]
            : Array.Empty<string>()
        from entry in tables.Concat(whole)
        select entry;

    /// <summary>One entry for what one role gives by default on one kind of objects in one schema.</summary>
    private static IEnumerable<string> DefaultPrivileges(DatabaseSnapshot snapshot) =>
        snapshot.Objects.Where(item => item.Kind.Id == "default_privileges")
            .Select(item => DefaultPrivilege().Match(item.Definition))
            .Select(match => (Role: match.Groups["role"].Value, Schema: match.Groups["schema"].Value, Kind: match.Groups["kind"].Value))
            .Distinct()
            .Select(entry => $"DEFAULT ACL {(entry.Schema.Length == 0 ? "-" : Unquoted(entry.Schema))} DEFAULT PRIVILEGES FOR {entry.Kind}");

    private static IEnumerable<string> Objects(IEnumerable<DefinedObject> objects, string kind) =>
        objects.Where(item => item.Kind.Id == kind).Select(item => item.Name);

    private static bool Names(string text, string name) =>
        Regex.IsMatch(text, $"""(?<![\w".]){Regex.Escape(name)}(?![\w".])""");

    /// <summary>As the server quotes it; <c>select</c> is the only keyword among the fixture's names.</summary>
    private static string Quoted(string name) =>
        PlainName().IsMatch(name) && name != "select" ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Unquoted(string name) =>
        name.StartsWith('"') ? name[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : name;

    [GeneratedRegex(@"(?<=TABLES IN SCHEMA ).*(?= WITH \()")]
    private static partial Regex PublishedSchemas();

    [GeneratedRegex("""^ALTER DEFAULT PRIVILEGES( FOR ROLE (?<role>\S+))?( IN SCHEMA (?<schema>"([^"]|"")+"|\S+))? (GRANT|REVOKE) .* ON (?<kind>[A-Z ]+?) (TO|FROM) """)]
    private static partial Regex DefaultPrivilege();

    [GeneratedRegex("^[a-z_][a-z0-9_$]*$")]
    private static partial Regex PlainName();
}
