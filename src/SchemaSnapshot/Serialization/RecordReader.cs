using System.Text.Json;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Serialization;

/// <summary>Reads the members of one record.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="context">The file.</param>
/// <param name="empty">The record to start from.</param>
/// <param name="fields">The members it may have.</param>
/// <param name="path">Where it stands in the map; null where the places of what it holds are not recorded.</param>
internal sealed class RecordReader<T>(ReadingContext context, T empty, IReadOnlyList<Field<T>> fields, string? path = null) : IFieldVisitor<T>
{
    private readonly JsonCursor cursor = context.Cursor;
    private readonly bool[] seen = new bool[fields.Count];
    private T record = empty;
    private int next;

    /// <summary>Whether all members were read that the map must have.</summary>
    public bool IsComplete => FirstMissing() is null;

    /// <summary>Reads the member whose key the cursor is on; false where the record has no such member.</summary>
    public bool TryMember()
    {
        // Members mostly come in the order of the fields: the search starts behind the last one found.
        for (var i = 0; i < fields.Count; i++)
        {
            var index = (next + i) % fields.Count;
            if (cursor.IsKey(fields[index].Key))
            {
                Member(index);
                return true;
            }
        }

        return false;
    }

    /// <summary>The record, once its last member was read.</summary>
    /// <param name="start">Where it starts in the file.</param>
    public T Finish(int start) => FirstMissing() is { } missing
        ? throw cursor.Text.NotAMap($"this object lacks \"{missing.Key}\"", start)
        : record;

    public void Text(TextField<T> field)
    {
        cursor.Require(JsonTokenType.String, "a string");
        try
        {
            record = field.Set(record, cursor.GetText());
        }
        catch (FormatException)
        {
            throw cursor.Text.NotAMap($"\"{field.Key}\" is malformed", cursor.Start);
        }
    }

    public void Flag(FlagField<T> field)
    {
        if (cursor.Type is not (JsonTokenType.True or JsonTokenType.False))
        {
            throw cursor.Text.NotAMap("true or false is expected here", cursor.Start);
        }

        record = field.Set(record, cursor.Type == JsonTokenType.True);
    }

    public void Number(NumberField<T> field)
    {
        if (cursor.Type == JsonTokenType.Null && field.Get(field.Set(record, null)) is null)
        {
            record = field.Set(record, null);
            return;
        }

        cursor.Require(JsonTokenType.Number, "a whole number");
        record = cursor.TryGetNumber(out var number)
            ? field.Set(record, number)
            : throw cursor.Text.NotAMap("a whole number of 64 bits is expected here", cursor.Start);
    }

    public void Names(NamesField<T> field)
    {
        cursor.Require(JsonTokenType.StartArray, "an array");
        var listPath = ReadingContext.Below(path, field.Key);
        var names = new List<string>();
        while (cursor.ReadElement())
        {
            cursor.Require(JsonTokenType.String, "a string");
            names.Add(cursor.GetText());
            context.AddPlace(ReadingContext.Below(listPath, names[^1]), cursor.Start);
        }

        record = field.Set(record, names.ToValueList());
    }

    public void Part<TPart>(PartField<T, TPart> field)
        where TPart : class
    {
        context.AddPlace(ReadingContext.Below(path, field.Key), cursor.Start);
        record = field.Set(record, Record(field.Shape.Empty, field.Shape.AllFields));
    }

    public void Parts<TPart>(PartsField<T, TPart> field)
        where TPart : class
    {
        var listPath = ReadingContext.Below(path, field.Key);
        var parts = field.Layout switch
        {
            PartsLayout.NamedBlocks => NamedParts(field.Shape, listPath, areLines: false),
            PartsLayout.NamedLines => NamedParts(field.Shape, listPath, areLines: true),
            _ => ListedParts(field.Shape, listPath),
        };
        record = field.Set(record, parts.ToValueList());
    }

    private List<TPart> ListedParts<TPart>(Shape<TPart> shape, string? listPath)
    {
        cursor.Require(JsonTokenType.StartArray, "an array");
        var fieldsWithName = shape.AllFields;
        var parts = new List<TPart>();
        while (cursor.ReadElement())
        {
            var start = cursor.Start;
            var part = Record(shape.Empty, fieldsWithName);
            parts.Add(part);
            if (shape.Name is not null)
            {
                context.AddPlace(ReadingContext.Below(listPath, shape.Name.Get(part)!), start);
            }
        }

        return parts;
    }

    private List<TPart> NamedParts<TPart>(Shape<TPart> shape, string? listPath, bool areLines)
    {
        cursor.Require(JsonTokenType.StartObject, "an object");
        var parts = new List<TPart>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (cursor.ReadKey())
        {
            var name = cursor.GetText();
            if (!names.Add(name))
            {
                throw cursor.Text.NotAMap("this name stands here twice", cursor.Start);
            }

            var partPath = ReadingContext.Below(listPath, name);
            context.AddPlace(partPath, cursor.Start);
            cursor.Read();
            parts.Add(Record(shape.Name!.Set(shape.Empty, name), shape.Fields, areLines ? null : partPath));
        }

        return parts;
    }

    private TPart Record<TPart>(TPart start, IReadOnlyList<Field<TPart>> partFields, string? partPath = null)
    {
        cursor.Require(JsonTokenType.StartObject, "an object");
        var offset = cursor.Start;
        var members = new RecordReader<TPart>(context, start, partFields, partPath);
        while (cursor.ReadKey())
        {
            if (!members.TryMember())
            {
                context.SkipUnknownMember();
            }
        }

        return members.Finish(offset);
    }

    private void Member(int index)
    {
        if (seen[index])
        {
            throw cursor.Text.NotAMap($"\"{fields[index].Key}\" stands here twice", cursor.Start);
        }

        seen[index] = true;
        next = index + 1;
        cursor.Read();
        fields[index].Accept(this);
    }

    private Field<T>? FirstMissing()
    {
        for (var i = 0; i < seen.Length; i++)
        {
            if (!seen[i] && fields[i].IsRequired && fields[i] is not NumberField<T> { IsDerived: true })
            {
                return fields[i];
            }
        }

        return null;
    }
}
