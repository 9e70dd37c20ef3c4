using System.Text;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>One picture: some tables of a schema with their key columns, and what they reference.</summary>
internal sealed class Diagram
{
    // Room for what comes after the text was measured, and for the parser's own additions.
    private const int TextBudget = Mermaid.MaxText - 5_000;
    private const int ColumnsShown = 40;

    private readonly StringBuilder text = new("erDiagram\n");
    private readonly MermaidNames names = new();
    private readonly DiagramGraph graph;
    private readonly string schema;
    private int edges;

    private Diagram(DiagramGraph graph, string schema)
    {
        this.graph = graph;
        this.schema = schema;
    }

    /// <summary>The pictures of a group: one, or several where one would be more than Mermaid takes.</summary>
    /// <param name="graph">All tables.</param>
    /// <param name="tables">Those of the group, all of one schema.</param>
    public static IEnumerable<DiagramPicture> Of(DiagramGraph graph, IReadOnlyList<RelationKey> tables)
    {
        var diagram = new Diagram(graph, tables[0].Schema);
        var left = diagram.Draw(tables);
        if (tables.Count == 1 || (left.Count == 0 && diagram.text.Length <= TextBudget))
        {
            return [new(diagram.text.ToString(), tables, left)];
        }

        var half = tables.Count / 2;
        return Of(graph, [.. tables.Take(half)]).Concat(Of(graph, [.. tables.Skip(half)]));
    }

    /// <summary>Draws the tables; gives the foreign keys that found no room.</summary>
    private List<Relationship> Draw(IReadOnlyList<RelationKey> tables)
    {
        foreach (var table in tables)
        {
            AddTable(table);
        }

        HashSet<RelationKey> bare = [];
        List<Relationship> left = [];
        foreach (var edge in tables.SelectMany(graph.Edges))
        {
            var line = $"    {names[edge.Parent]} {Cardinality.Signs(edge, graph.Index)} {names[edge.Child]} : {Label(edge.Key.Columns)}\n";
            var parent = tables.Contains(edge.Parent) || bare.Contains(edge.Parent) ? "" : $"    {Entity(edge.Parent)}\n";
            if (edges == Mermaid.MaxEdges - 1 || text.Length + line.Length + parent.Length > TextBudget)
            {
                left.Add(edge);
                continue;
            }

            bare.Add(edge.Parent);
            text.Append(parent).Append(line);
            edges++;
        }

        return left;
    }

    private void AddTable(RelationKey key)
    {
        var table = graph.Index[key];
        var lines = table.Columns.Select(column => Attribute(key, column)).OfType<string>().Take(ColumnsShown).ToList();
        text.Append(lines.Count == 0
            ? $"    {Entity(key)}\n"
            : $"    {Entity(key)} {{\n{string.Concat(lines)}    }}\n");
    }

    private string Entity(RelationKey key) =>
        $"{names[key]}[{Mermaid.Quoted(key.Schema == schema ? key.Name : key.ToString())}]";

    private static string Label(IEnumerable<string> columns) =>
        $"\"{string.Join(", ", columns.Select(column => Mermaid.Quoted(column).Trim('"')))}\"";

    private string? Attribute(RelationKey key, Column column)
    {
        var table = graph.Index[key];
        List<string> marks = [];
        marks.AddRange(table.PrimaryKey?.Columns.Contains(column.Name) == true ? ["PK"] : []);
        marks.AddRange(graph.Edges(key).Any(edge => edge.Key.Columns.Contains(column.Name)) ? ["FK"] : []);
        marks.AddRange(TableKeys.Unique(table).Any(columns => columns.Contains(column.Name)) ? ["UK"] : []);
        if (marks.Count == 0)
        {
            return null;
        }

        var word = Mermaid.Word(column.Name);
        var comment = word == column.Name ? "" : $" {Mermaid.Quoted(column.Name)}";
        return $"        {Mermaid.Type(column.Type)} {word} {string.Join(", ", marks)}{comment}\n";
    }
}
