using System.Text;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;
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

    /// <summary>Writes all.</summary>
    public void Write(Drift drift, string map)
    {
        var report = new DriftReport
        {
            DatabaseName = drift.After.Database,
            BaselineFingerprint = drift.Before.Fingerprint,
            FreshFingerprint = drift.Fingerprint,
            Findings = drift.Findings.ToValueList(),
            MapFile = RelativeToRepository(map),
            MapBefore = Lines(AtomicFile.Read(map) ?? []),
            MapAfter = Lines(SchemaMapWriter.ToBytes(drift.After)),
        };
        foreach (var (extension, render) in All)
        {
            using var text = new StringWriter { NewLine = "\n" };
            render(report, text);
            AtomicFile.Write(PathOf(extension), Encoding.UTF8.GetBytes(text.ToString()));
        }
    }

    /// <summary>Removes all.</summary>
    public void Remove()
    {
        foreach (var (extension, _) in All)
        {
            AtomicFile.Delete(PathOf(extension));
        }
    }

    private string PathOf(string extension) => Path.Combine(directory, $"schema-drift{(environment is null ? "" : $".{environment}")}{extension}");

    private static string[] Lines(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8).TrimEnd('\n').ReplaceLineEndings("\n").Split('\n');

    // As code-scanning services want it. Without a repository the folder's parent stands for its root.
    private static string RelativeToRepository(string map)
    {
        var parent = Path.GetDirectoryName(Path.GetDirectoryName(map)!)!;
        for (var root = parent; root is not null; root = Path.GetDirectoryName(root))
        {
            // In a worktree it is a file.
            if (Path.Exists(Path.Combine(root, ".git")))
            {
                return Path.GetRelativePath(root, map);
            }
        }

        return Path.GetRelativePath(parent, map);
    }
}
