using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Changes the options of a text search dictionary; another template makes another dictionary.</summary>
internal sealed class DictionaryAlteration(string name, DefinedObject old, DefinedObject now) : Alteration
{
    private readonly (string Head, Dictionary<string, string> Options) before = Parse(old.Definition);
    private readonly (string Head, Dictionary<string, string> Options) after = Parse(now.Definition);

    public override bool IsPossible => before.Head == after.Head;

    // An option without a value is taken out.
    public override IEnumerable<MigrationStatement> Statements() =>
    [
        new($"ALTER TEXT SEARCH DICTIONARY {name} ({string.Join(", ", before.Options.Keys.Except(after.Options.Keys)
            .Concat(after.Options.Where(option => before.Options.GetValueOrDefault(option.Key) != option.Value).Select(option => $"{option.Key} = {option.Value}")))})"),
    ];

    // CREATE TEXT SEARCH DICTIONARY name (TEMPLATE = template, option = value…)
    private static (string Head, Dictionary<string, string> Options) Parse(string definition)
    {
        const string comma = ", ";
        var start = SqlScan.IndexOf(definition, " (") + 2;
        var list = definition[start..^1];
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var end = SqlScan.IndexOf(list, comma);
        var head = definition[..start] + (end < 0 ? list : list[..end]);
        while (end >= 0)
        {
            list = list[(end + comma.Length)..];
            end = SqlScan.IndexOf(list, comma);
            var option = (end < 0 ? list : list[..end]).Split(" = ", 2);
            options.Add(option[0], option[1]);
        }

        return (head, options);
    }
}
