using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Finds what most names of a snapshot have in common. What fewer than three things show, or no majority, is not said.</summary>
internal static class NamingConventions
{
    private const int LeastEvidence = 3;

    public static IEnumerable<NamingConvention> Of(DatabaseSnapshot snapshot, RelationIndex index)
    {
        // Partitions and what they inherit would count the same decision many times.
        List<(RelationKey Key, Relation Table)> tables =
        [
            .. snapshot.Schemas
                .SelectMany(schema => schema.Tables, (schema, table) => (Key: new RelationKey(schema.Name, table.Name), table))
                .Where(pair => !index.IsPartition(pair.Key)),
        ];
        var all = tables.ConvertAll(pair => pair.Table);
        List<Column> columns = [.. all.SelectMany(table => table.Columns)];
        return
        [
            .. Majority("Table names", all.Select(table => NameStyle.CaseOf(table.Name))),
            .. Majority("Table names", all.Select(table => NameStyle.NumberOf(table.Name))),
            .. Majority("Column names", columns.Select(column => NameStyle.CaseOf(column.Name))),
            .. PrimaryKeys(all),
            .. ForeignKeys(index),
            .. Times(all, columns),
            .. Majority("Boolean columns", columns.Where(column => column.Type == "boolean").Select(column => NameStyle.Prefix(column.Name))),
            .. ConstraintNames(all, index),
        ];
    }

    private static IEnumerable<NamingConvention> PrimaryKeys(List<Relation> tables)
    {
        var keyed = tables.Where(table => table.PrimaryKey is not null).ToList();
        var single = keyed
            .Where(table => table.PrimaryKey!.Columns.Count == 1)
            .Select(table => (table.Name, Column: table.Columns.FirstOrDefault(column => column.Name == table.PrimaryKey!.Columns[0])))
            .Where(pair => pair.Column is not null)
            .ToList();
        return
        [
            .. Majority("Primary keys", keyed.Select(table => table.PrimaryKey!.Columns.Count == 1 ? "one column" : "several columns")),
            .. Majority("Primary-key columns", single.Select(pair => NameStyle.KeyColumn(pair.Name, pair.Column!.Name))),
            .. Majority("Primary-key values", single.Select(pair => IdFormat(pair.Column!))),
        ];
    }

    private static string IdFormat(Column column)
    {
        var type = Markdown.Code(column.Type);
        return column switch
        {
            { Identity: { } identity } => $"{type}, identity {Markdown.Text(identity)}",
            { Default: { } value } when value.StartsWith("nextval(", StringComparison.Ordinal) => $"{type}, default from a sequence",
            { Default: { } value } => $"{type}, default {Markdown.Code(value)}",
            _ => $"{type}, without a default",
        };
    }

    private static IEnumerable<NamingConvention> ForeignKeys(RelationIndex index)
    {
        var all = index.Relationships.Where(r => !index.IsPartition(r.Child)).ToList();
        var single = all.Where(r => r.Key.Columns.Count == 1).ToList();
        return
        [
            .. Majority("Foreign-key columns", single.Select(r => NameStyle.Suffix(r.Key.Columns[0]))),
            .. Majority("Foreign-key columns", single.Select(r => NameStyle.ForeignColumn(r.Parent.Name, r.Key.ForeignColumns[0], r.Key.Columns[0]))),
            .. Majority("On delete", all.Select(r => Markdown.Code(r.Key.OnDelete ?? "no action"))),
        ];
    }

    private static IEnumerable<NamingConvention> Times(List<Relation> tables, List<Column> columns)
    {
        var times = columns.Where(column => IsTimestamp(column.Type)).ToList();
        var names = times.GroupBy(column => column.Name, StringComparer.Ordinal)
            .Where(group => group.Count() >= LeastEvidence && group.Count() * 2 > tables.Count)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal);
        return
        [
            .. Majority("Timestamps", times.Select(column => Markdown.Code(column.Type))),
            .. Majority("Timestamps", times.Select(column => NameStyle.Suffix(column.Name))),
            .. names.Select(group => new NamingConvention("Tables", $"have {Markdown.Code(group.Key)}", group.Count(), tables.Count)),
        ];
    }

    private static bool IsTimestamp(string type) => type.StartsWith("timestamp", StringComparison.Ordinal);

    private static IEnumerable<NamingConvention> ConstraintNames(List<Relation> tables, RelationIndex index)
    {
        var primary = tables.Where(table => table.PrimaryKey is not null)
            .Select(table => NamePattern.Of(NamePattern.PrimaryKeys, table.PrimaryKey!.Name, table.Name, table.PrimaryKey.Columns));
        var unique = tables.SelectMany(table => table.UniqueConstraints
            .Select(key => NamePattern.Of(NamePattern.UniqueConstraints, key.Name, table.Name, key.Columns)));
        var foreign = index.Relationships.Where(r => !index.IsPartition(r.Child))
            .Select(r => NamePattern.Of(NamePattern.ForeignKeys, r.Key.Name, r.Child.Name, r.Key.Columns, r.Parent.Name));
        var check = tables.SelectMany(table => table.CheckConstraints.Where(c => !c.Inherited)
            .Select(c => NamePattern.Of(NamePattern.CheckConstraints, c.Name, table.Name, c.Columns)));
        var indexes = tables.SelectMany(table => table.Indexes
            .Select(i => NamePattern.Of(NamePattern.Indexes, i.Name, table.Name, i.Keys.Select(key => key.Column ?? "expr"))));
        return
        [
            .. Majority("Primary-key names", primary),
            .. Majority("Unique-constraint names", unique),
            .. Majority("Foreign-key names", foreign),
            .. Majority("Check-constraint names", check),
            .. Majority("Index names", indexes),
        ];
    }

    private static IEnumerable<NamingConvention> Majority(string about, IEnumerable<string?> rules)
    {
        var all = rules.ToList();
        var most = all.OfType<string>().GroupBy(rule => rule, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        if (all.Count >= LeastEvidence && most is not null && most.Count() * 2 > all.Count)
        {
            yield return new(about, most.Key, most.Count(), all.Count);
        }
    }
}
