using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Renames;

/// <summary>Rewrites the texts of a snapshot that the server writes anew when something they mention is renamed.</summary>
/// <param name="rewrite">What becomes of a text.</param>
internal sealed class TextRewriter(Func<string, string> rewrite)
{
    /// <summary>The whole snapshot.</summary>
    public DatabaseSnapshot Apply(DatabaseSnapshot snapshot) => Apply(snapshot, SnapshotShapes.Database);

    /// <summary>A record and its parts.</summary>
    public T Apply<T>(T record, Shape<T> shape)
        where T : class
    {
        var visitor = new Visitor<T>(this, record);
        foreach (var field in shape.AllFields)
        {
            field.Accept(visitor);
        }

        return visitor.Record;
    }

    // What people wrote stays: names, comments, the body of a routine that the server keeps as a text.
    private string Rewrite(string key, string text)
    {
        if (key is "name" or "kind" or "comment" or "schema" or "language" or "configuration" or "options" or "value" or "version")
        {
            return text;
        }

        var body = key == "definition" ? text.IndexOf("\nAS $", StringComparison.Ordinal) : -1;
        return body < 0 ? rewrite(text) : rewrite(text[..body]) + text[body..];
    }

    private sealed class Visitor<T>(TextRewriter rewriter, T record) : PartialVisitor<T>
        where T : class
    {
        public T Record { get; private set; } = record;

        public override void Text(TextField<T> field)
        {
            if (field.Get(Record) is { } old && rewriter.Rewrite(field.Key, old) is var now && now != old)
            {
                Record = field.Set(Record, now);
            }
        }

        public override void Part<TPart>(PartField<T, TPart> field)
        {
            if (field.Get(Record) is { } part)
            {
                Record = field.Set(Record, rewriter.Apply(part, field.Shape));
            }
        }

        public override void Parts<TPart>(PartsField<T, TPart> field) =>
            Record = field.Set(Record, field.Get(Record).Select(part => rewriter.Apply(part, field.Shape)).ToValueList());
    }
}
