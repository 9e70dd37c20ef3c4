using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Makes schemas.</summary>
internal sealed class SchemaObjects
{
    /// <summary>Every database has it from the start.</summary>
    private const string Public = "public";

    private readonly ValueList<ValueList<string>> extensions;
    private readonly HashSet<string> homes;

    public SchemaObjects(DatabaseSnapshot snapshot)
    {
        var items = snapshot.Objects.Where(item => item.Kind.Id == "extensions").ToList();
        extensions = items.Select(item => DdlPaths.Part([], item.Kind.Key, item.Name)).ToValueList();
        homes = items.Select(HomeOf).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The schema that an extension is installed in.</summary>
    public static string HomeOf(DefinedObject extension)
    {
        const string clause = " WITH SCHEMA ";
        return Identifier.Split(extension.Definition[(SqlScan.IndexOf(extension.Definition, clause) + clause.Length)..])[0];
    }

    /// <summary>The schema itself, without what is in it.</summary>
    public DdlObject Of(Schema schema)
    {
        var name = SqlText.Name(schema.Name);
        var isThere = schema.Name == Public || MayBeMadeByExtension(schema);
        return new DdlObject
        {
            Path = DdlPaths.Schema(schema.Name),
            Kind = "schema",
            Name = name,
            Record = schema,
            Group = DdlGroup.Schema,
            Create = [$"CREATE SCHEMA {(isThere ? "IF NOT EXISTS " : "")}{name}", .. CommentSql.IfAny($"SCHEMA {name}", schema.Comment)],
            Drop = $"DROP SCHEMA {name}",
            After = MayBeMadeByExtension(schema) ? extensions : [],
        };
    }

    /// <summary>
    /// A schema that an extension makes is in the snapshot because the user put something into it, with nothing of its own; created before
    /// the extension, it would be in the way.
    /// </summary>
    private bool MayBeMadeByExtension(Schema schema) =>
        extensions.Count > 0 && schema.Name != Public && !homes.Contains(schema.Name) && schema.Comment is null
        && (schema.Relations.Any() || schema.Routines.Any()) && !schema.Objects.Any(item => item.Kind.IsPrivilege && item.Name.StartsWith("schema ", StringComparison.Ordinal));
}
