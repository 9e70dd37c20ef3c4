using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Which schemas the extensions of a snapshot make, and which they are put into.</summary>
internal sealed class ExtensionSchemas
{
    private readonly Dictionary<string, ValueList<string>> makers = new(StringComparer.Ordinal);
    private readonly HashSet<string> known;

    public ExtensionSchemas(DatabaseSnapshot snapshot)
    {
        known = snapshot.Schemas.Select(schema => schema.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var extension in snapshot.Objects.Where(item => item.Kind.Id == "extensions"))
        {
            MadeBy(extension).ForEach(schema => makers[schema] = DdlPaths.Part([], extension.Kind.Key, extension.Name));
        }
    }

    /// <summary>The path of the extension that makes a schema; null where none does.</summary>
    public ValueList<string>? MakerOf(string schema) => makers.GetValueOrDefault(schema);

    /// <summary>The path of what has to be there for the schema that an extension is put into to be there.</summary>
    public ValueList<string> HomeOf(DefinedObject extension) =>
        NameOfHome(extension) is var home && !known.Contains(home) && MakerOf(home) is { } maker ? maker : DdlPaths.Schema(home);

    /// <summary>The schema that an extension is put into, where it is nobody's: not in the scope of the snapshot.</summary>
    public string? MissingHomeOf(DefinedObject extension) =>
        NameOfHome(extension) is var home && !known.Contains(home) && MakerOf(home) is null && !home.StartsWith("pg_", StringComparison.Ordinal) ? home : null;

    /// <summary>The schemas that an extension makes.</summary>
    public static List<string> MadeBy(DefinedObject extension) =>
        DefinedObjects.Property(extension, "schemas") is { } list ? [.. SqlScan.Split(list, ", ").Select(name => Identifier.Split(name)[0])] : [];

    private static string NameOfHome(DefinedObject extension)
    {
        const string clause = " WITH SCHEMA ";
        return Identifier.Split(extension.Definition[(SqlScan.IndexOf(extension.Definition, clause) + clause.Length)..])[0];
    }
}
