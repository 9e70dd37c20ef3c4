using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Writes the documentation of types and members: the database's comments, and what C# has no word for.</summary>
internal static class Describe
{
    /// <summary>The documentation of a type.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="comment">The comment in the database.</param>
    /// <param name="kind">PostgreSQL's word for what it is.</param>
    /// <param name="name">Its name in the database.</param>
    /// <param name="checks">The constraints that are about several columns.</param>
    public static void Type(CodeWriter writer, string? comment, string kind, RelationKey name, IEnumerable<Constraint> checks)
    {
        var title = $"{Words.Capital(kind)} {XmlDoc.Code(name.ToString())}.";
        Write(writer, comment, title, [.. string.IsNullOrWhiteSpace(comment) ? [] : new[] { title }, .. checks.Select(Check)]);
    }

    /// <summary>The documentation of a member.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="kind">What it is: a column or an attribute.</param>
    /// <param name="member">The member.</param>
    public static void Member(CodeWriter writer, string kind, ModelMember member)
    {
        var column = member.Column;
        var facts = new List<string> { XmlDoc.Code(column.Type) };
        if (column.Identity is not null)
        {
            facts.Add("identity");
        }

        if (column.Generated is { } generated)
        {
            facts.Add($"generated as {XmlDoc.Code(generated)}");
        }

        if (column.Default is { } value)
        {
            facts.Add($"by default {XmlDoc.Code(value)}");
        }

        Write(writer, column.Comment, $"{kind} {XmlDoc.Code(column.Name)}.", [$"{string.Join(", ", facts)}.", .. member.Checks.Select(Check)]);
    }

    private static void Write(CodeWriter writer, string? comment, string title, List<string> remarks)
    {
        XmlDoc.Write(writer, "summary", string.IsNullOrWhiteSpace(comment) ? [title] : XmlDoc.Lines(comment));
        XmlDoc.Write(writer, "remarks", remarks.Count < 2 ? remarks : [remarks[0], .. remarks.Skip(1).Select(remark => $"<para>{remark}</para>")]);
    }

    private static string Check(Constraint check) => $"{XmlDoc.Code(check.Definition)}{(string.IsNullOrWhiteSpace(check.Comment) ? "" : $": {XmlDoc.Line(check.Comment)}")}";
}
