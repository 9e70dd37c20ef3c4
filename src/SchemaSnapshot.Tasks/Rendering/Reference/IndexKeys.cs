using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>What an index is over, in words.</summary>
internal static class IndexKeys
{
    public static string Describe(IndexKey key)
    {
        List<string> parts = [Markdown.Code(key.Column ?? key.Expression ?? "")];
        parts.AddRange(key.Collation is { } collation ? [$"collate {Markdown.Code(collation)}"] : []);
        parts.AddRange(key.OperatorClass is { } operators ? [Markdown.Code(operators)] : []);
        parts.AddRange(key.OperatorClassOptions is { } options ? [$"({Markdown.Code(options)})"] : []);
        parts.AddRange(key.Descending ? ["desc"] : []);
        parts.AddRange(key.Nulls is { } nulls ? [$"nulls {Markdown.Text(nulls)}"] : []);
        return string.Join(' ', parts);
    }

    public static string Remarks(Model.Index index)
    {
        List<string> remarks = [];
        remarks.AddRange(index.Invalid ? ["**invalid**"] : []);
        remarks.AddRange(index.NullsNotDistinct ? ["nulls not distinct"] : []);
        remarks.AddRange(index.Options is { } options ? [$"with {Markdown.Code(options)}"] : []);
        remarks.AddRange(index.Tablespace is { } tablespace ? [$"in tablespace {Markdown.Code(tablespace)}"] : []);
        return string.Join(", ", remarks);
    }
}
