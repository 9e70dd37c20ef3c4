using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>
/// What <c>flyway migrate</c> runs in an empty database: the newest baseline, the versions after it, then the repeatable scripts;
/// the callbacks of that in their places; undo scripts never.
/// </summary>
internal sealed class FlywayRules : ToolRules
{
    /// <inheritdoc/>
    public override ScriptTool Tool => ScriptTool.Flyway;

    /// <inheritdoc/>
    public override bool Recognises(ScriptText script) => FlywayName.Parse(script.FileName) is { IsMigration: true };

    /// <inheritdoc/>
    public override bool Admits(ScriptText script) => FlywayName.Parse(script.FileName) is not null;

    /// <inheritdoc/>
    public override IEnumerable<ScriptFile> Arrange(IReadOnlyList<ScriptText> scripts)
    {
        var named = scripts.ToLookup(script => NameOf(script).Prefix);
        var repeatables = ByDescription(named[FlywayName.Repeatable]);
        return
        [
            .. Files(named, "beforeMigrate"),
            .. Each(named, FromEmpty(named)),
            .. Files(named, "afterVersioned"),
            .. Files(named, "beforeRepeatables"),
            .. Each(named, repeatables),
            .. Files(named, "afterMigrateApplied"),
            .. Files(named, "afterMigrate"),
        ];
    }

    private static List<ScriptText> FromEmpty(ILookup<string, ScriptText> named)
    {
        var baselines = InOrder(named[FlywayName.Baseline], VersionOf);
        var versions = InOrder(named[FlywayName.Versioned], VersionOf);
        return baselines is [.., var newest]
            ? [newest, .. versions.Where(script => VersionOf(script).CompareTo(VersionOf(newest)) > 0)]
            : versions;
    }

    private static IEnumerable<ScriptFile> Each(ILookup<string, ScriptText> named, IEnumerable<ScriptText> migrations) =>
        migrations.SelectMany(script => (IEnumerable<ScriptFile>)[.. Files(named, "beforeEachMigrate"), File(script), .. Files(named, "afterEachMigrate")]);

    private static IEnumerable<ScriptFile> Files(ILookup<string, ScriptText> named, string callback) => ByDescription(named[callback]).Select(File);

    // Flyway looks for the few statements that cannot run in a transaction; the server knows them as well.
    private static ScriptFile File(ScriptText script)
    {
        var file = new ScriptFile(script).In(ScriptTransaction.WherePossible);
        return file.Statements.Select(Placeholder).FirstOrDefault(start => start is not null) is not { } found ? file : throw new SnapshotException(script.At(
            Rules.UnreadableScript, $"The script has the placeholder '{Name(script.Text, found)}', which Flyway fills in from its settings and a build does not: write the value into the script.", found));
    }

    // SQL has no braces outside of quotes. Within them nobody but Flyway's settings knows a placeholder from a text.
    private static int? Placeholder(SqlStatement statement)
    {
        var scanner = new SqlScanner(statement.Text, 0);
        while (scanner.Next())
        {
            if (scanner.Token is "{" && scanner.Start > 0 && statement.Text[scanner.Start - 1] == '$')
            {
                return statement.Offset + scanner.Start - 1;
            }
        }

        return null;
    }

    private static string Name(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny('}', '\n');
        return OneLine.Of(end < 0 ? text[start..] : text[start..(start + end + 1)]).TrimEnd();
    }

    private static List<ScriptText> ByDescription(IEnumerable<ScriptText> scripts) =>
        [.. scripts.OrderBy(script => FlywayName.Parse(script.FileName)!.Description, StringComparer.Ordinal).ThenBy(script => script.RelativePath, StringComparer.Ordinal)];

    private static ScriptVersion VersionOf(ScriptText script) => FlywayName.Parse(script.FileName)!.Version!;

    private FlywayName NameOf(ScriptText script) => FlywayName.Parse(script.FileName) ?? throw Unfit(script, "V1__name.sql or R__name.sql");
}
