using SchemaSnapshot.Model;

namespace SchemaSnapshot.UnitTests.Comparison;

/// <summary>Brings lists whose order means nothing into one order, and forgets what is volatile.</summary>
internal sealed class SortedRecord<T>(T record) : IFieldVisitor<T>
    where T : class
{
    private T result = record;

    public static T Of(T record, Shape<T> shape)
    {
        var visitor = new SortedRecord<T>(record);
        foreach (var field in shape.Fields)
        {
            field.Accept(visitor);
        }

        return visitor.result;
    }

    public void Text(TextField<T> field)
    {
        if (field.IsVolatile)
        {
            result = field.Set(result, null);
        }
    }

    public void Flag(FlagField<T> field)
    {
    }

    public void Number(NumberField<T> field)
    {
        if (field.IsVolatile)
        {
            result = field.Set(result, null);
        }
    }

    public void Names(NamesField<T> field)
    {
    }

    public void Part<TPart>(PartField<T, TPart> field)
        where TPart : class
    {
        if (field.Get(result) is { } part)
        {
            result = field.Set(result, SortedRecord<TPart>.Of(part, field.Shape));
        }
    }

    public void Parts<TPart>(PartsField<T, TPart> field)
        where TPart : class
    {
        if (field.IsVolatile)
        {
            result = field.Set(result, []);
            return;
        }

        var parts = field.Get(result).Select(part => SortedRecord<TPart>.Of(part, field.Shape));
        var isSorted = !field.IsOrdered && field.Layout != PartsLayout.Inline && field.Shape.Name is not null;
        result = field.Set(result, (isSorted ? parts.OrderBy(field.Shape.Name!.Get, StringComparer.Ordinal) : parts).ToValueList());
    }
}
