using System.Text;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;
using SchemaSnapshot.Tasks.Rendering;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>The folder with the files made of a snapshot.</summary>
internal sealed class SnapshotFolder(string directory)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The snapshot for machines.</summary>
    public string Map { get; } = Path.Combine(directory, "schema_map.json");

    /// <summary>The reference for people.</summary>
    public string Reference { get; } = Path.Combine(directory, "SCHEMA_REFERENCE.md");

    /// <summary>The diagrams for people.</summary>
    public string Diagram { get; } = Path.Combine(directory, "SCHEMA_DIAGRAM.md");

    /// <summary>The statements that make a database with the schema.</summary>
    public string Sql { get; } = Path.Combine(directory, "schema.sql");

    /// <summary>What changed when, for audits.</summary>
    public string Changelog { get; } = Path.Combine(directory, "SCHEMA_CHANGELOG.md");

    /// <summary>The changes that people have let pass.</summary>
    public string Acceptances { get; } = Path.Combine(directory, "accepted_drift.json");

    /// <summary>Every file that is made of the snapshot alone.</summary>
    public IReadOnlyList<string> Files => [Map, Reference, Diagram, Sql];

    /// <summary>Writes all files; gives those that changed. The map comes last: with it the new snapshot counts.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="tell">Takes what could not be written.</param>
    public IReadOnlyList<string> Write(DatabaseSnapshot snapshot, Action<Diagnostic>? tell = null)
    {
        var written = WriteDocuments(snapshot, tell);
        return WriteIfDifferent(Map, SchemaMapWriter.ToBytes(snapshot)) ? [Map, .. written] : written;
    }

    /// <summary>Writes what people and databases read, where it is missing or not what it should be; gives the files that changed.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="tell">Takes what could not be written.</param>
    public IReadOnlyList<string> WriteDocuments(DatabaseSnapshot snapshot, Action<Diagnostic>? tell = null)
    {
        var previous = AtomicFile.Read(Reference) is { } bytes ? Utf8.GetString(bytes) : null;
        (string Path, byte[] Content)[] documents =
        [
            (Reference, Render(output => ReferenceRenderer.Render(snapshot, output, previous))),
            (Diagram, Render(output => DiagramRenderer.Render(snapshot, output))),
            (Sql, RenderSql(snapshot, tell)),
        ];
        return [.. documents.Where(document => WriteIfDifferent(document.Path, document.Content)).Select(document => document.Path)];
    }

    /// <summary>Adds a change of the baseline to the changelog, before it is made: killed in between, the next build does not add it twice.</summary>
    public void AddToChangelog(ChangelogEntry entry)
    {
        var previous = AtomicFile.Read(Changelog) is { } bytes ? Utf8.GetString(bytes) : null;
        WriteIfDifferent(Changelog, Utf8.GetBytes(ChangelogRenderer.Prepend(previous, entry)));
    }

    // The map and the documents are of use without it.
    private byte[] RenderSql(DatabaseSnapshot snapshot, Action<Diagnostic>? tell)
    {
        try
        {
            return Render(output => SchemaSqlRenderer.Render(snapshot, output));
        }
        catch (SnapshotException failure) when (failure.Diagnostic.Rule == Rules.NoDdl)
        {
            tell?.Invoke(Rules.NoSchemaSql.At(failure.Diagnostic.Message, Sql));
            return Utf8.GetBytes($"-- No statements make this schema. {failure.Diagnostic.Message.ReplaceLineEndings(" ")}\n");
        }
    }

    private static byte[] Render(Action<TextWriter> render)
    {
        using var text = new StringWriter { NewLine = "\n" };
        render(text);
        return Utf8.GetBytes(text.ToString());
    }

    private static bool WriteIfDifferent(string path, byte[] content)
    {
        if (AtomicFile.Read(path) is { } present && AtomicFile.SameText(present, content))
        {
            return false;
        }

        AtomicFile.Write(path, content);
        return true;
    }
}
