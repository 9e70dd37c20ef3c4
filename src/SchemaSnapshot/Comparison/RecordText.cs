using System.Globalization;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>Says what a part without a name of its own is: <c>created_at descending</c>, <c>table sales orders</c>.</summary>
internal sealed class RecordText<T>(T record) : IFieldVisitor<T>
{
    private readonly List<string> words = [];

    public static string Of(T record, Shape<T> shape)
    {
        var text = new RecordText<T>(record);
        foreach (var field in shape.AllFields)
        {
            field.Accept(text);
        }

        return string.Join(" ", text.words);
    }

    /// <summary>A list of parts.</summary>
    public static string? Of(ValueList<T> parts, Shape<T> shape) => parts.Count == 0 ? null : string.Join(", ", parts.Select(part => Of(part, shape)));

    // Several texts of one part would run into each other without their keys; the first ones say what it is.
    public void Text(TextField<T> field)
    {
        if (field.Get(record) is { } value)
        {
            words.Add(field.IsRequired || words.Count == 0 || field.Key == "schema" ? value : $"{field.Key}={value}");
        }
    }

    public void Flag(FlagField<T> field)
    {
        if (field.Get(record))
        {
            words.Add(field.Key);
        }
    }

    public void Number(NumberField<T> field)
    {
        if (field.Get(record) is { } value)
        {
            words.Add(string.Create(CultureInfo.InvariantCulture, $"{field.Key}={value}"));
        }
    }

    public void Names(NamesField<T> field)
    {
        if (field.Get(record) is { Count: > 0 } names)
        {
            words.Add($"{field.Key}=({string.Join(", ", names)})");
        }
    }

    public void Part<TPart>(PartField<T, TPart> field)
        where TPart : class
    {
        if (field.Get(record) is { } part)
        {
            words.Add($"{field.Key}=({RecordText<TPart>.Of(part, field.Shape)})");
        }
    }

    public void Parts<TPart>(PartsField<T, TPart> field)
        where TPart : class
    {
        if (RecordText<TPart>.Of(field.Get(record), field.Shape) is { } parts)
        {
            words.Add($"{field.Key}=({parts})");
        }
    }
}
