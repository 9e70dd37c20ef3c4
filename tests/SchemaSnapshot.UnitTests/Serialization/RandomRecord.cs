using SchemaSnapshot.Model;

namespace SchemaSnapshot.UnitTests.Serialization;

/// <summary>Gives the members of a record values by chance, the texts out of a given pool.</summary>
internal sealed class RandomRecord<T>(T empty, Random random, IReadOnlyList<string> pool) : IFieldVisitor<T>
{
    private T record = empty;

    public static T Of(Shape<T> shape, Random random, IReadOnlyList<string> pool)
    {
        var visitor = new RandomRecord<T>(shape.Empty, random, pool);
        foreach (var field in shape.AllFields)
        {
            field.Accept(visitor);
        }

        return visitor.record;
    }

    public void Text(TextField<T> field)
    {
        if (field.IsRequired || IsSet())
        {
            record = field.Set(record, AnyText());
        }
    }

    public void Flag(FlagField<T> field) => record = field.Set(record, IsSet());

    public void Number(NumberField<T> field)
    {
        if (IsSet())
        {
            record = field.Set(record, random.NextInt64(long.MinValue, long.MaxValue));
        }
    }

    public void Names(NamesField<T> field) => record = field.Set(record, Some(AnyText));

    public void Part<TPart>(PartField<T, TPart> field)
        where TPart : class
    {
        if (IsSet())
        {
            record = field.Set(record, RandomRecord<TPart>.Of(field.Shape, random, pool));
        }
    }

    // No two parts with one name: in the map names are keys.
    public void Parts<TPart>(PartsField<T, TPart> field)
        where TPart : class
    {
        var parts = Some(() => RandomRecord<TPart>.Of(field.Shape, random, pool));
        record = field.Set(record, field.Shape.Name is { } name ? parts.DistinctBy(name.Get).ToValueList() : parts);
    }

    private bool IsSet() => random.Next(2) == 0;

    private string AnyText() => pool[random.Next(pool.Count)];

    private ValueList<TItem> Some<TItem>(Func<TItem> make) =>
        Enumerable.Range(0, random.Next(3)).Select(_ => make()).ToValueList();
}
