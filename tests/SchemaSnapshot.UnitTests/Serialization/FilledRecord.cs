using SchemaSnapshot.Model;

namespace SchemaSnapshot.UnitTests.Serialization;

/// <summary>Gives every member of a record a value, and every list one part that is filled in the same way.</summary>
internal sealed class FilledRecord<T>(T empty) : IFieldVisitor<T>
{
    public T Record { get; private set; } = empty;

    public static T Of(Shape<T> shape)
    {
        var visitor = new FilledRecord<T>(shape.Empty);
        foreach (var field in shape.AllFields)
        {
            field.Accept(visitor);
        }

        return visitor.Record;
    }

    // The kind of a table knows only certain words, and a moment has its own spelling.
    public void Text(TextField<T> field)
    {
        Record = field.Set(Record, field.Key == "exported_at" ? "2026-11-20T02:40:57Z" : $"the {field.Key}");
        if (field.Get(Record) is null)
        {
            Record = field.Set(Record, "foreign");
        }
    }

    public void Flag(FlagField<T> field) => Record = field.Set(Record, true);

    public void Number(NumberField<T> field) => Record = field.Set(Record, 7);

    public void Names(NamesField<T> field) => Record = field.Set(Record, ["one", "two"]);

    public void Part<TPart>(PartField<T, TPart> field)
        where TPart : class => Record = field.Set(Record, FilledRecord<TPart>.Of(field.Shape));

    public void Parts<TPart>(PartsField<T, TPart> field)
        where TPart : class => Record = field.Set(Record, [FilledRecord<TPart>.Of(field.Shape)]);
}
