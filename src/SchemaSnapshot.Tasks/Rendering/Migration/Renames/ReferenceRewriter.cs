using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Renames;

/// <summary>Rewrites what names other objects of a snapshot.</summary>
internal sealed class ReferenceRewriter(Func<ObjectReference?, ObjectReference?> change, Func<ForeignKey, ForeignKey> changeKey)
{
    /// <summary>The whole snapshot.</summary>
    public DatabaseSnapshot Apply(DatabaseSnapshot snapshot) => Apply(snapshot, SnapshotShapes.Database);

    private T Apply<T>(T record, Shape<T> shape)
        where T : class
    {
        switch (record)
        {
            case ObjectReference reference:
                return (T)(object)change(reference)!;
            case ForeignKey key:
                return (T)(object)changeKey(key);
        }

        var visitor = new Visitor<T>(this, record);
        foreach (var field in shape.AllFields)
        {
            field.Accept(visitor);
        }

        return visitor.Record;
    }

    private sealed class Visitor<T>(ReferenceRewriter rewriter, T record) : PartialVisitor<T>
        where T : class
    {
        public T Record { get; private set; } = record;

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
