using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Changes the mappings of a text search configuration: the indexes over it stay. Another parser makes another configuration.</summary>
internal sealed class TextSearchAlteration(MigrationObject item) : Alteration
{
    private const string With = " WITH ";

    private readonly List<string> before = [.. Comments.Without(item.From!.Create)];
    private readonly List<string> after = [.. Comments.Without(item.To!.Create)];

    private string Alter => $"ALTER TEXT SEARCH CONFIGURATION {item.To!.Name}";

    public override bool IsPossible => before[0] == after[0];

    public override IEnumerable<MigrationStatement> Statements()
    {
        var (old, now) = (Mappings(before), Mappings(after));
        var gone = old.Keys.Except(now.Keys).Select(token => $"{Alter} DROP MAPPING FOR {token}");
        var set = now.Where(mapping => old.GetValueOrDefault(mapping.Key) != mapping.Value)
            .Select(mapping => $"{Alter} {(old.ContainsKey(mapping.Key) ? "ALTER" : "ADD")} MAPPING FOR {mapping.Key}{With}{mapping.Value}");
        return gone.Concat(set).Select(sql => new MigrationStatement(sql));
    }

    // ALTER TEXT SEARCH CONFIGURATION name ADD MAPPING FOR token WITH dictionaries
    private Dictionary<string, string> Mappings(List<string> create) => create.Skip(1)
        .Select(statement => statement[$"{Alter} ADD MAPPING FOR ".Length..])
        .ToDictionary(mapping => mapping[..SqlScan.IndexOf(mapping, With)], mapping => mapping[(SqlScan.IndexOf(mapping, With) + With.Length)..], StringComparer.Ordinal);
}
