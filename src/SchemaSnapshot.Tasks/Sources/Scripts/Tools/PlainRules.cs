namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Scripts of no tool: all of them, in ordinal order of their paths.</summary>
internal sealed class PlainRules : ToolRules
{
    /// <inheritdoc/>
    public override ScriptTool Tool => ScriptTool.Plain;

    /// <inheritdoc/>
    public override bool Recognises(ScriptText script) => true;

    /// <inheritdoc/>
    public override IEnumerable<ScriptFile> Arrange(IReadOnlyList<ScriptText> scripts) =>
        scripts.OrderBy(script => script.RelativePath, StringComparer.Ordinal).Select(script => new ScriptFile(script, isDump: script.Tool == ScriptTool.PgDump));
}
