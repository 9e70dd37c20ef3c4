using SchemaSnapshot.Model;

namespace SchemaSnapshot.UnitTests.Serialization;

/// <summary>All the ways to change one member of a filled record.</summary>
internal sealed class Mutations<T>(T record) : IFieldVisitor<T>
{
    private readonly List<Mutation<T>> found = [];

    public static List<Mutation<T>> Of(T record, Shape<T> shape)
    {
        var visitor = new Mutations<T>(record);
        foreach (var field in shape.AllFields)
        {
            field.Accept(visitor);
        }

        return visitor.found;
    }

    // The kind of a table knows only certain words.
    public void Text(TextField<T> field)
    {
        var changed = field.Set(record, "changed");
        Add(field, "", field.Get(changed) == field.Get(record) ? field.Set(record, "partitioned") : changed);
        if (!field.IsRequired && field.Get(record) is not null)
        {
            Add(field, " left out", field.Set(record, null));
        }
    }

    public void Flag(FlagField<T> field) => Add(field, "", field.Set(record, !field.Get(record)));

    public void Number(NumberField<T> field)
    {
        if (!field.IsDerived)
        {
            Add(field, "", field.Set(record, 8));
        }
    }

    public void Names(NamesField<T> field)
    {
        Add(field, " other", field.Set(record, ["one", "three"]));
        Add(field, " in other order", field.Set(record, ["two", "one"]));
        Add(field, " emptied", field.Set(record, []));
    }

    public void Part<TPart>(PartField<T, TPart> field)
        where TPart : class
    {
        Add(field, " left out", field.Set(record, null));
        foreach (var part in Mutations<TPart>.Of(field.Get(record)!, field.Shape))
        {
            Add(field, "/" + part.Path, field.Set(record, part.Record), part.IsVolatile);
        }
    }

    public void Parts<TPart>(PartsField<T, TPart> field)
        where TPart : class
    {
        Add(field, " emptied", field.Set(record, []));
        foreach (var part in Mutations<TPart>.Of(field.Get(record)[0], field.Shape))
        {
            Add(field, "/" + part.Path, field.Set(record, [part.Record]), part.IsVolatile);
        }
    }

    private void Add(Field<T> field, string what, T changed, bool isVolatile = false) =>
        found.Add(new Mutation<T>(field.Key + what, changed, isVolatile || field.IsVolatile));
}
