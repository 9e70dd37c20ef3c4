using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>How one tool tells its scripts, and what of them it runs in which order in an empty database.</summary>
internal abstract class ToolRules
{
    /// <summary>The rules of every tool; the plain ones, which fit any script, come last.</summary>
    public static IReadOnlyList<ToolRules> All { get; } =
    [
        new FlywayRules(),
        new GolangMigrateRules(),
        new PrismaRules(),
        new SectionRules(ScriptTool.Dbmate, SectionMarks.Dbmate),
        new SectionRules(ScriptTool.Goose, SectionMarks.Goose),
        new SectionRules(ScriptTool.SqlMigrate, SectionMarks.SqlMigrate),
        new PlainRules(),
    ];

    /// <summary>The tool.</summary>
    public abstract ScriptTool Tool { get; }

    /// <summary>Whether a script can only be this tool's.</summary>
    public abstract bool Recognises(ScriptText script);

    /// <summary>Whether a script may stand among this tool's.</summary>
    public virtual bool Admits(ScriptText script) => Recognises(script);

    /// <summary>The scripts that run, in the order in which they do.</summary>
    /// <exception cref="SnapshotException">A script is not as the tool wants it.</exception>
    public abstract IEnumerable<ScriptFile> Arrange(IReadOnlyList<ScriptText> scripts);

    /// <summary>In the order of their versions.</summary>
    /// <exception cref="SnapshotException">Two have the same.</exception>
    protected static List<ScriptText> InOrder<TVersion>(IEnumerable<ScriptText> scripts, Func<ScriptText, TVersion> version)
        where TVersion : IComparable<TVersion>
    {
        var ordered = scripts.Select(script => (Script: script, Version: version(script))).OrderBy(pair => pair.Version).ThenBy(pair => pair.Script.RelativePath, StringComparer.Ordinal).ToList();
        foreach (var (first, second) in ordered.Zip(ordered.Skip(1)).Where(pair => pair.First.Version.CompareTo(pair.Second.Version) == 0))
        {
            throw new SnapshotException(second.Script.At(Rules.SameVersion, $"{first.Script.RelativePath} has the same version: give one of them another, or leave one out of the SchemaSnapshotScript items."));
        }

        return [.. ordered.Select(pair => pair.Script)];
    }

    /// <summary>A script that has no place among the tool's.</summary>
    protected SnapshotException Unfit(ScriptText script, string wanted) =>
        new(script.At(Rules.UnfitScript, $"{Tool} does not know a script of this name: its own are called {wanted}. Rename it, take it out of the SchemaSnapshotScript items, or give it an item with Tool=\"Plain\"."));

    /// <summary>As a server runs several statements that come in one message: in a transaction.</summary>
    protected static ScriptFile InOneMessage(ScriptText script)
    {
        var file = new ScriptFile(script);
        return file.Statements.Count > 1 ? file.In(ScriptTransaction.Whole) : file;
    }
}
