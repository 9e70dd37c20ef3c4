using SchemaSnapshot.Model;
using SchemaSnapshot.UnitTests.Serialization;

namespace SchemaSnapshot.UnitTests.Comparison;

/// <summary>Changes a record in one place by chance: a member, or a part that comes, goes, moves or is mutated itself.</summary>
internal sealed class RandomMutation<T>(T record, Random random, IReadOnlyList<string> pool) : IFieldVisitor<T>
    where T : class
{
    private T result = record;

    public static T Of(T record, Shape<T> shape, Random random, IReadOnlyList<string> pool)
    {
        var visitor = new RandomMutation<T>(record, random, pool);
        shape.Fields[random.Next(shape.Fields.Count)].Accept(visitor);
        return visitor.result;
    }

    public void Text(TextField<T> field) => result = field.Set(result, pool[random.Next(pool.Count)]);

    public void Flag(FlagField<T> field) => result = field.Set(result, !field.Get(result));

    public void Number(NumberField<T> field) => result = field.Set(result, random.Next(100));

    public void Names(NamesField<T> field) => result = field.Set(result, [pool[random.Next(pool.Count)], .. field.Get(result)]);

    public void Part<TPart>(PartField<T, TPart> field)
        where TPart : class =>
        result = field.Set(result, field.Get(result) is null || random.Next(2) == 0 ? RandomRecord<TPart>.Of(field.Shape, random, pool) : null);

    public void Parts<TPart>(PartsField<T, TPart> field)
        where TPart : class
    {
        var parts = field.Get(result).ToList();
        var choice = parts.Count == 0 ? 0 : random.Next(5);
        var place = parts.Count == 0 ? 0 : random.Next(parts.Count);
        switch (choice)
        {
            case 0:
                parts.Insert(place, RandomRecord<TPart>.Of(field.Shape, random, pool));
                break;
            case 1:
                parts.RemoveAt(place);
                break;
            case 2:
                parts.Reverse();
                break;
            default:
                parts[place] = RandomMutation<TPart>.Of(parts[place], field.Shape, random, pool);
                break;
        }

        result = field.Set(result, (field.Shape.Name is { } name ? parts.DistinctBy(name.Get) : parts).ToValueList());
    }
}
