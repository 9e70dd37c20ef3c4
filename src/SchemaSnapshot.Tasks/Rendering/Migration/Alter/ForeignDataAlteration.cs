using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Changes a server or a foreign-data wrapper: what depends on it stays, user mappings among it, which a snapshot does not hold.</summary>
/// <param name="word">What it is in SQL: <c>SERVER</c>, <c>FOREIGN DATA WRAPPER</c>.</param>
/// <param name="settings">Its settings that can be changed, as SQL has them: <c>VERSION</c>, <c>HANDLER</c>, <c>VALIDATOR</c>.</param>
/// <param name="old">The object before.</param>
/// <param name="now">The object after.</param>
internal sealed class ForeignDataAlteration(string word, string[] settings, DefinedObject old, DefinedObject now) : Alteration
{
    private const string Options = " OPTIONS (";

    private readonly (string Head, string? Options) before = Parse(old.Definition);
    private readonly (string Head, string? Options) after = Parse(now.Definition);

    public override bool IsPossible => Fixed(before.Head) == Fixed(after.Head);

    public override IEnumerable<MigrationStatement> Statements()
    {
        var alter = $"ALTER {word} {SqlText.Name(now.Name)}";
        var changes = string.Concat(settings.Where(setting => Setting(before.Head, setting) != Setting(after.Head, setting))
            .Select(setting => Setting(after.Head, setting) is { } value ? $" {setting} {value}" : setting == "VERSION" ? " VERSION NULL" : $" NO {setting}"));
        var options = ForeignOptions.Change(before.Options, after.Options);
        if (changes.Length > 0 || options is not null)
        {
            yield return new MigrationStatement($"{alter}{changes}{(options is null ? "" : $" {options}")}");
        }

        foreach (var statement in Secrets(alter))
        {
            yield return statement;
        }
    }

    private IEnumerable<MigrationStatement> Secrets(string alter)
    {
        var (gone, come) = (Hidden(old).Except(Hidden(now)).ToList(), Hidden(now).Except(Hidden(old)).ToList());
        if (gone.Count > 0)
        {
            yield return new MigrationStatement($"{alter} OPTIONS ({string.Join(", ", gone.Select(option => $"DROP {option}"))})");
        }

        if (come.Count > 0)
        {
            yield return new MigrationStatement($"{alter} OPTIONS ({string.Join(", ", come.Select(option => $"ADD {option} 'secret='"))})")
                .Note($"the values of these are secrets, which a snapshot does not hold: {string.Join(", ", come)}");
        }
    }

    private static string[] Hidden(DefinedObject item) => Ddl.DefinedObjects.Property(item, "hidden_options")?.Split(", ") ?? [];

    // What is left without the settings: the name, and what cannot be changed.
    private string Fixed(string head) => settings.Aggregate(head, (rest, setting) =>
        Setting(head, setting) is { } value ? rest.Replace($" {setting} {value}", "", StringComparison.Ordinal) : rest);

    private static string? Setting(string head, string setting)
    {
        var start = SqlScan.IndexOf(head, $" {setting} ");
        if (start < 0)
        {
            return null;
        }

        var rest = head[(start + setting.Length + 2)..];
        return SqlScan.IndexOf(rest, " ") is > 0 and var end ? rest[..end] : rest;
    }

    private static (string Head, string? Options) Parse(string definition) =>
        SqlScan.IndexOf(definition, Options) is >= 0 and var at ? (definition[..at], definition[(at + Options.Length)..^1]) : (definition, null);
}
