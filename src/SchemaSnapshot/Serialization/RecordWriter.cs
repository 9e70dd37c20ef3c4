using SchemaSnapshot.Model;

namespace SchemaSnapshot.Serialization;

/// <summary>Writes the members of one record.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="json">Where they go.</param>
/// <param name="record">The record.</param>
/// <param name="depth">How far each member's own line is indented; <see cref="OneLine"/> where they share one.</param>
/// <param name="isCanonical">Whether only what the fingerprint covers is written.</param>
internal sealed class RecordWriter<T>(JsonText json, T record, int depth, bool isCanonical) : IFieldVisitor<T>
{
    private bool hasMembers;

    /// <summary>The members stand on one line.</summary>
    public const int OneLine = -1;

    private bool IsOneLine => depth == OneLine;

    /// <summary>Writes the fields that belong to the output.</summary>
    public void Members(IEnumerable<Field<T>> fields)
    {
        foreach (var field in fields)
        {
            if (!(isCanonical && field.IsVolatile))
            {
                field.Accept(this);
            }
        }
    }

    public void Text(TextField<T> field)
    {
        var value = field.Get(record);
        if (value is not null)
        {
            Key(field.Key);
            json.Text(value);
        }
        else if (field.IsRequired)
        {
            throw new InvalidOperationException($"A {typeof(T).Name} without its {field.Key} cannot be written.");
        }
    }

    public void Flag(FlagField<T> field)
    {
        var value = field.Get(record);
        if (value || field.IsRequired)
        {
            Key(field.Key);
            json.Raw(value ? "true"u8 : "false"u8);
        }
    }

    public void Number(NumberField<T> field)
    {
        if (isCanonical && field.IsDerived)
        {
            return;
        }

        if (field.Get(record) is { } value)
        {
            Key(field.Key);
            json.Number(value);
        }
        else if (field.IsRequired)
        {
            Key(field.Key);
            json.Raw("null"u8);
        }
    }

    public void Names(NamesField<T> field)
    {
        var names = field.Get(record);
        if (names.Count > 0 || field.IsRequired)
        {
            Key(field.Key);
            Items(names, "[]", field.OnePerLine, json.Text);
        }
    }

    public void Part<TPart>(PartField<T, TPart> field)
        where TPart : class
    {
        if (field.Get(record) is { } part)
        {
            Key(field.Key);
            Record(part, field.Shape, hasName: true, OneLine);
        }
    }

    public void Parts<TPart>(PartsField<T, TPart> field)
        where TPart : class
    {
        var parts = field.Get(record);
        if (parts.Count == 0 && !field.IsRequired)
        {
            return;
        }

        Key(field.Key);
        if (field.Layout is PartsLayout.Lines or PartsLayout.Inline)
        {
            Items(parts, "[]", field.Layout == PartsLayout.Lines, part => Record(part, field.Shape, hasName: true, OneLine));
            return;
        }

        var partDepth = field.Layout == PartsLayout.NamedBlocks && !IsOneLine ? depth + 2 : OneLine;
        Items(parts, "{}", onePerLine: true, part =>
        {
            json.Text(field.Shape.Name!.Get(part)!);
            json.Raw(": "u8);
            Record(part, field.Shape, hasName: false, partDepth);
        });
    }

    private void Key(string key)
    {
        if (hasMembers)
        {
            json.Raw(IsOneLine ? ", "u8 : ","u8);
        }

        hasMembers = true;
        if (!IsOneLine)
        {
            json.NewLine(depth);
        }

        json.Text(key);
        json.Raw(": "u8);
    }

    private void Items<TItem>(ValueList<TItem> items, string brackets, bool onePerLine, Action<TItem> write)
    {
        var hasLines = onePerLine && !IsOneLine && items.Count > 0;
        json.Raw([(byte)brackets[0]]);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                json.Raw(hasLines ? ","u8 : ", "u8);
            }

            if (hasLines)
            {
                json.NewLine(depth + 1);
            }

            write(items[i]);
        }

        if (hasLines)
        {
            json.NewLine(depth);
        }

        json.Raw([(byte)brackets[1]]);
    }

    private void Record<TPart>(TPart part, Shape<TPart> shape, bool hasName, int partDepth)
        where TPart : class
    {
        json.Raw("{"u8);
        var members = new RecordWriter<TPart>(json, part, partDepth, isCanonical);
        if (hasName && shape.Name is not null)
        {
            shape.Name.Accept(members);
        }

        members.Members(shape.Fields);
        if (partDepth != OneLine)
        {
            json.NewLine(partDepth - 1);
        }

        json.Raw("}"u8);
    }
}
