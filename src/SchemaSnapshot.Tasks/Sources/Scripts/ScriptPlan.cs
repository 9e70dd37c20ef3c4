using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>
/// Puts the scripts of a project in the order in which they run. Those whose tool the project does not name belong together: one
/// tool's, or no tool's. Tools take turns as the project names their scripts; those of a tool stay together, plain ones need not.
/// </summary>
internal static class ScriptPlan
{
    /// <summary>What Prisma keeps beside its folders; no script.</summary>
    private const string PrismaLock = "migration_lock.toml";

    /// <summary>The scripts as they run.</summary>
    /// <exception cref="SnapshotException">One cannot be read, or has no place.</exception>
    public static IReadOnlyList<ScriptFile> Of(ScriptRequest request)
    {
        var scripts = ScriptItem.Turns(request.Files)
            .Where(script => Path.GetFileName(script.Item.Path) != PrismaLock)
            .Select(script => (Text: Read(request, script.Item), script.Turn))
            .ToList();
        var found = Recognise([.. scripts.Select(script => script.Text).Where(text => text.Tool is null)]);
        return
        [
            .. scripts.Select(script => (script.Text, script.Turn, Rules: RulesOf(script.Text.Tool) ?? found))
                .GroupBy(script => (script.Rules, Turn: script.Rules.Tool == ScriptTool.Plain ? script.Turn : 0), script => script.Text)
                .SelectMany(group => group.Key.Rules.Arrange([.. group])),
        ];
    }

    private static ScriptText Read(ScriptRequest request, ScriptItem item) =>
        ScriptText.Read(item.Path, Path.GetRelativePath(request.BaseDirectory, item.Path).Replace('\\', '/'), item.Tool);

    private static ToolRules? RulesOf(ScriptTool? tool) =>
        tool is null ? null : ToolRules.All.FirstOrDefault(rules => rules.Tool == tool) ?? ToolRules.All[^1];

    /// <summary>The one tool whose scripts these are.</summary>
    private static ToolRules Recognise(IReadOnlyList<ScriptText> scripts)
    {
        var groups = scripts.OrderBy(script => script.RelativePath, StringComparer.Ordinal).GroupBy(script => ToolRules.All.First(rules => rules.Recognises(script))).ToList();
        // What Flyway alone would not be known by may stand beside what it is known by.
        var tool = groups.FirstOrDefault(group => group.Key.Tool != ScriptTool.Plain)?.Key ?? ToolRules.All[^1];
        var stray = groups.Where(group => group.Key != tool).SelectMany(group => group).FirstOrDefault(script => !tool.Admits(script));
        return stray is null ? tool : throw new SnapshotException(stray.At(
            Rules.UnfitScript,
            $"Other scripts are {tool.Tool}'s, such as {groups.First(group => group.Key == tool).First().RelativePath}; this one is not, so that it is open when it runs. Take it out of the SchemaSnapshotScript items, or give it an item with Tool=\"Plain\" before or after theirs."));
    }
}
