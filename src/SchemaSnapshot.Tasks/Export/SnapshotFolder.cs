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
    private const int BufferLength = 64 * 1024;

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
        return AtomicFile.WriteIfDifferent(Map, output => SchemaMapWriter.Write(snapshot, output)) ? [Map, .. written] : written;
    }

    /// <summary>Writes what people and databases read, where it is missing or not what it should be; gives the files that changed.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="tell">Takes what could not be written.</param>
    public IReadOnlyList<string> WriteDocuments(DatabaseSnapshot snapshot, Action<Diagnostic>? tell = null)
    {
        // All before the first is in its place: what cannot be rendered leaves every file as it was.
        using var reference = AtomicFile.Prepare(Reference, Text(output => ReferenceRenderer.Render(snapshot, output, ReadText(Reference))));
        using var diagram = AtomicFile.Prepare(Diagram, Text(output => DiagramRenderer.Render(snapshot, output)));
        using var sql = PrepareSql(snapshot, tell);
        PendingFile[] files = [reference, diagram, sql];
        return [.. files.Where(AtomicFile.Commit).Select(file => file.Path)];
    }

    /// <summary>Adds a change of the baseline to the changelog, before it is made: killed in between, the next build does not add it twice.</summary>
    public void AddToChangelog(ChangelogEntry entry) =>
        AtomicFile.WriteIfDifferent(Changelog, Text(output => output.Write(ChangelogRenderer.Prepend(ReadText(Changelog), entry))));

    // The map and the documents are of use without it.
    private PendingFile PrepareSql(DatabaseSnapshot snapshot, Action<Diagnostic>? tell)
    {
        try
        {
            return AtomicFile.Prepare(Sql, Text(output => SchemaSqlRenderer.Render(snapshot, output)));
        }
        catch (SnapshotException failure) when (failure.Diagnostic.Rule == Rules.NoDdl)
        {
            tell?.Invoke(Rules.NoSchemaSql.At(failure.Diagnostic.Message, Sql));
            return AtomicFile.Prepare(Sql, Text(output => output.WriteLine($"-- No statements make this schema. {failure.Diagnostic.Message.ReplaceLineEndings(" ")}")));
        }
    }

    private static Action<Stream> Text(Action<TextWriter> render) => output =>
    {
        using var writer = new StreamWriter(output, Utf8, BufferLength, leaveOpen: true) { NewLine = "\n" };
        render(writer);
    };

    private static string? ReadText(string path) => AtomicFile.Read(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
}
