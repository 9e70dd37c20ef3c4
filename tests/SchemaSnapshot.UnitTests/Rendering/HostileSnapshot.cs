using SchemaSnapshot.Model;
using static SchemaSnapshot.UnitTests.Rendering.Make;

namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>Names and comments that mean something to Markdown, HTML or Mermaid.</summary>
internal static class HostileSnapshot
{
    public static string[] Names { get; } =
    [
        "a|b", "a\\|b", "`tick", "``two`` ticks`", "<script>alert(1)</script>", "</code></details>", "<!-- schema-snapshot:notes -->",
        "[link](https://example.com)", "![image](x.png)", "https://example.com/a", "www.example.com", "someone@example.com",
        "*bold*", "__under__", "~~struck~~", "# heading", "- item", "1. item", "> quote", "+ plus", "---", "&amp;", "&#60;", "$x$ $y$",
        "line\nbreak", "line\r\nbreak", "tab\there", " edges ", "zero\u200Bwidth", "right\u202Eleft", "bell\u0007", "null-like\u2028sep",
        "\"quoted\"", "per%cent %%{init: {}}%%", "direction TB", "direction LR", "pk", "FK", "uk", "pk-x", "end", "style", "class", "subgraph", "one", "to",
        "a~b~c", "title", "accTitle: x", "erDiagram", "{", "}", "}o", "||", "a;b", "#35;", "style x:#fff;", "classDef a:#f;", "ﬂ°°60¶ß", "```", "Ünïcödé", "表", "😀",
        "\\", "a\\", "'", "http://a.b|c", "ftp://x", "x_", "_y", "--", "..",
    ];

    public static DatabaseSnapshot Database { get; } = new()
    {
        Database = "`d|b` <b>",
        Comment = string.Join('\n', Names),
        Schemas = [.. Names.Where(name => name.Contains(' ', StringComparison.Ordinal) || name.Length < 4).Select(Schema)],
        Objects = [.. Names.Select(name => Defined("extensions", name, name, name, new ObjectProperty(name, name)))],
    };

    // Every table references the next one, and itself.
    private static Schema Schema(string schema) => new()
    {
        Name = schema,
        Comment = schema,
        Tables = [.. Names.Select((name, i) => Table(schema, name, Names[(i + 1) % Names.Length]))],
        Views = [new Relation { Name = $"view {schema}", Kind = RelationKind.View, Columns = [Column(schema, schema)], Definition = $"```\n</details>\n{schema}" }],
        Enums = [new EnumType { Name = $"enum {schema}", Labels = [.. Names] }],
        Functions = [new Routine { Name = schema, Signature = schema, Arguments = schema, Result = schema, Language = schema, Volatility = "stable", Definition = schema, Comment = schema }],
    };

    private static Relation Table(string schema, string name, string next) => new()
    {
        Name = name,
        Comment = name,
        Columns = [Column(name, name, comment: name, value: name), Column("next", name, nullable: true)],
        PrimaryKey = PrimaryKey(name, name) with { Comment = name },
        ForeignKeys = [ForeignKey(name, ["next"], schema, next, [next]), ForeignKey($"{name} self", [name], schema, name, [name])],
        CheckConstraints = [Check(name, name)],
        Indexes = [Index(name, name, name) with { Predicate = name, Options = name }],
        Objects = [Defined("triggers", name, name, name)],
        RowCount = 1,
    };
}
