using System.Text.RegularExpressions;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Tools that keep both directions in one file, with a number before its name: what stands below the mark for up runs.</summary>
internal sealed partial class SectionRules(ScriptTool tool, SectionMarks marks) : ToolRules
{
    /// <inheritdoc/>
    public override ScriptTool Tool => tool;

    /// <inheritdoc/>
    public override bool Recognises(ScriptText script) => marks.Up.IsMatch(script.Text);

    /// <inheritdoc/>
    public override IEnumerable<ScriptFile> Arrange(IReadOnlyList<ScriptText> scripts)
    {
        var byVersion = InOrder(scripts, VersionOf);
        return (marks.ByName ? byVersion.OrderBy(script => script.FileName, StringComparer.Ordinal) : byVersion.AsEnumerable()).Select(Up);
    }

    private ScriptFile Up(ScriptText script)
    {
        if (marks.Variables?.Match(script.Text) is { Success: true } variables)
        {
            throw new SnapshotException(script.At(
                Rules.UnreadableScript, "The script takes values from the environment, which would make another schema on each machine: write them into it.", variables.Index));
        }

        var up = marks.Up.Match(script.Text) is { Success: true } match ? match : throw new SnapshotException(script.At(
            Rules.UnfitScript, $"{Tool} wants a line '{marks.Example}', and there is none. Write it above the statements, or take the script out of the SchemaSnapshotScript items."));
        var first = SqlStatementSplitter.Split(script.Text, ..up.Index, isDump: false);
        if (first is [var stray, ..])
        {
            throw new SnapshotException(script.At(Rules.UnfitScript, $"{Tool} does not run what stands above '{marks.Example}': move it below.", stray.Offset));
        }

        var down = marks.Down.Match(script.Text);
        var end = down.Success && down.Index > up.Index ? down.Index : script.Text.Length;
        var isAlone = up.Groups["alone"].Success || marks.Alone?.IsMatch(script.Text) == true;
        return new ScriptFile(script, up.Index..end).In(isAlone ? ScriptTransaction.None : ScriptTransaction.Whole);
    }

    private ScriptVersion VersionOf(ScriptText script) =>
        Number().Match(script.FileName) is { Success: true } number ? ScriptVersion.Parse(number.Value) : throw Unfit(script, "1_name.sql");

    [GeneratedRegex("^[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
