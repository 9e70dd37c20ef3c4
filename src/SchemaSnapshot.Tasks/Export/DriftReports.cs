using System.Text;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;
using SchemaSnapshot.Tasks.Init;
using SchemaSnapshot.Tasks.Rendering;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>The reports of the last comparison, for people and for tools that come after the build.</summary>
/// <param name="directory">The folder.</param>
/// <param name="environment">The environment that was compared; null for the project's source.</param>
internal sealed class DriftReports(string directory, string? environment = null)
{
    private static readonly (string Extension, Action<DriftReport, TextWriter> Render)[] All =
    [
        (".json", DriftJsonRenderer.Render),
        (".md", DriftMarkdownRenderer.Render),
        (".sarif", SarifRenderer.Render),
    ];

    /// <summary>Their files.</summary>
    public string[] Files => [PathOf("schema-drift", ".json"), PathOf("schema-drift", ".md"), PathOf("schema-drift", ".sarif"), Migration];

    private string Migration => PathOf("migration", ".sql");

    /// <summary>Writes all.</summary>
    /// <param name="drift">What drifted.</param>
    /// <param name="map">The snapshot's file.</param>
    /// <param name="renames">The renames that the project declares.</param>
    public void Write(Drift drift, string map, IEnumerable<DeclaredRename> renames)
    {
        var report = new DriftReport
        {
            DatabaseName = drift.After.Database,
            BaselineFingerprint = drift.Before.Fingerprint,
            FreshFingerprint = drift.Fingerprint,
            Findings = drift.Findings.ToValueList(),
            Migrations = MigrationStep.Of(drift.Before.Snapshot, drift.After),
            MapFile = RelativeToRepository(map),
            MapBefore = Lines(AtomicFile.Read(map) ?? []),
            MapAfter = Lines(SchemaMapWriter.ToBytes(drift.After)),
        };
        foreach (var (extension, render) in All)
        {
            using var text = new StringWriter { NewLine = "\n" };
            render(report, text);
            AtomicFile.Write(PathOf("schema-drift", extension), Encoding.UTF8.GetBytes(text.ToString()));
        }

        MigrationFile.WriteReport(Migration, drift.Before.Snapshot, drift.After, renames);
    }

    /// <summary>Removes all.</summary>
    public void Remove()
    {
        foreach (var file in Files)
        {
            AtomicFile.Delete(file);
        }
    }

    private string PathOf(string name, string extension) => Path.Combine(directory, $"{name}{(environment is null ? "" : $".{environment}")}{extension}");

    private static string[] Lines(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8).TrimEnd('\n').ReplaceLineEndings("\n").Split('\n');

    // As code-scanning services want it. Without a repository the folder's parent stands for its root.
    private static string RelativeToRepository(string map)
    {
        var parent = Path.GetDirectoryName(Path.GetDirectoryName(map)!)!;
        return Path.GetRelativePath(GitRepository.RootAround(parent) ?? parent, map);
    }
}
