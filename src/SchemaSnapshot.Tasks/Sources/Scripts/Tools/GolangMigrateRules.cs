using System.Text.RegularExpressions;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>golang-migrate: <c>1_name.up.sql</c> by number; what ends with <c>.down.sql</c> never runs.</summary>
internal sealed partial class GolangMigrateRules : ToolRules
{
    /// <inheritdoc/>
    public override ScriptTool Tool => ScriptTool.GolangMigrate;

    /// <inheritdoc/>
    public override bool Recognises(ScriptText script) => Pattern().IsMatch(script.FileName);

    /// <inheritdoc/>
    public override IEnumerable<ScriptFile> Arrange(IReadOnlyList<ScriptText> scripts) =>
        InOrder(scripts.Where(script => NameOf(script).Groups["direction"].Value == "up"), script => ScriptVersion.Parse(NameOf(script).Groups["version"].Value))
            .Select(InOneMessage);

    private Match NameOf(ScriptText script) => Pattern().Match(script.FileName) is { Success: true } match ? match : throw Unfit(script, "1_name.up.sql and 1_name.down.sql");

    [GeneratedRegex(@"^(?<version>[0-9]+)_.*\.(?<direction>up|down)\.(?i:sql)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
