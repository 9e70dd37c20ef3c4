using System.Text.RegularExpressions;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Prisma Migrate: the <c>migration.sql</c> of each folder, by the folders' names.</summary>
internal sealed partial class PrismaRules : ToolRules
{
    private const string FileName = "migration.sql";

    /// <inheritdoc/>
    public override ScriptTool Tool => ScriptTool.Prisma;

    /// <inheritdoc/>
    public override bool Recognises(ScriptText script) => Pattern().IsMatch(script.RelativePath);

    /// <inheritdoc/>
    public override IEnumerable<ScriptFile> Arrange(IReadOnlyList<ScriptText> scripts) => InOrder(scripts, Folder).Select(InOneMessage);

    private FolderName Folder(ScriptText script) =>
        script.FileName == FileName ? new(script.RelativePath.Split('/') is [.., var folder, _] ? folder : "") : throw Unfit(script, $"20240131000000_name/{FileName}");

    [GeneratedRegex("(?:^|/)[0-9]+_[^/]*/migration\\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    /// <summary>A name in ordinal order.</summary>
    private readonly record struct FolderName(string Name) : IComparable<FolderName>
    {
        public int CompareTo(FolderName other) => string.CompareOrdinal(Name, other.Name);
    }
}
