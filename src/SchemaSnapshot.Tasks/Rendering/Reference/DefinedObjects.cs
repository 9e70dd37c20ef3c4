using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Objects of any <see cref="DefinedKind"/>: one table a kind, in the order of the declarations.</summary>
internal static class DefinedObjects
{
    public static void Write(MarkdownWriter writer, ValueList<DefinedObject> objects)
    {
        foreach (var kind in DefinedKind.All)
        {
            writer.Table(
                Words.Plural(kind.Name),
                objects.Where(item => item.Kind == kind),
                new(Words.Capital(kind.Name), item => Markdown.Code(item.Name)),
                new("Definition", item => Markdown.Code(item.Definition)),
                new("Properties", item => string.Join("<br>", item.Properties.Select(p => $"{Markdown.Code(p.Name)}: {Markdown.Code(p.Value)}"))),
                new("Comment", item => Markdown.Text(item.Comment ?? "")));
        }
    }
}
