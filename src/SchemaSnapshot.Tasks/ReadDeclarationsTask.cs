using System.Xml;
using Microsoft.Build.Framework;

namespace SchemaSnapshot.Tasks;

/// <summary>Reads in the project files what MSBuild drops without a word: items whose pattern matches no file.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReadDeclarationsTask : Microsoft.Build.Utilities.Task
{
    private readonly List<string> uses = [];
    private readonly List<string> scope = [];

    /// <summary>The project, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The project and the files that declare items for it.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Whether the project itself declares <c>SchemaSnapshotScript</c> items, under no condition.</summary>
    [Output]
    public bool DeclaresScripts { get; private set; }

    /// <summary>The <c>SchemaSnapshotUse</c> items that MSBuild takes for patterns of files.</summary>
    [Output]
    public string[] UsePatterns => [.. uses];

    /// <summary>The items of the scope that MSBuild takes for patterns of files.</summary>
    [Output]
    public string[] ScopePatterns => [.. scope];

    /// <inheritdoc/>
    public override bool Execute()
    {
        foreach (var file in Files)
        {
            var path = file.GetMetadata("FullPath");
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
            Read(reader, isProject: path == ProjectFile);
        }

        return true;
    }

    private void Read(XmlReader reader, bool isProject)
    {
        // How deep the outermost element lies that may not count.
        var perhaps = int.MaxValue;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            perhaps = reader.Depth <= perhaps ? int.MaxValue : perhaps;
            perhaps = perhaps == int.MaxValue && IsPerhaps(reader) ? reader.Depth : perhaps;
            if (reader.GetAttribute("Include") is { } include)
            {
                DeclaresScripts |= isProject && perhaps == int.MaxValue && reader.LocalName == "SchemaSnapshotScript";
                PatternsOf(reader.LocalName)?.AddRange(include.AsSpan().IndexOfAny('*', '?') >= 0 ? [include] : []);
            }
        }
    }

    private static bool IsPerhaps(XmlReader element) => element.LocalName is "Choose" or "Target" || element.GetAttribute("Condition") is not null;

    private List<string>? PatternsOf(string item) => item switch
    {
        "SchemaSnapshotUse" => uses,
        "SchemaSnapshotSchemas" or "SchemaSnapshotExcludeSchemas" or "SchemaSnapshotTables" or "SchemaSnapshotExcludeTables" => scope,
        _ => null,
    };
}
