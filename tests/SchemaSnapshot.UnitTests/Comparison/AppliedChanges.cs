using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.UnitTests.Comparison;

/// <summary>
/// Does to a record what changes say: puts in what was added, takes out what was removed, and sets no member but those that changed.
/// </summary>
internal sealed class AppliedChanges<T>(T record, IReadOnlyList<string> path, IReadOnlyList<Change> changes) : IFieldVisitor<T>
    where T : class
{
    private T result = record;

    public static T To(T record, Shape<T> shape, IReadOnlyList<string> path, IReadOnlyList<Change> changes)
    {
        var visitor = new AppliedChanges<T>(record, path, changes);
        foreach (var field in shape.AllFields)
        {
            field.Accept(visitor);
        }

        return visitor.result;
    }

    public void Text(TextField<T> field) => Set(field, now => field.Set(result, field.Get(now)));

    public void Flag(FlagField<T> field) => Set(field, now => field.Set(result, field.Get(now)));

    public void Number(NumberField<T> field) => Set(field, now => field.Set(result, field.Get(now)));

    public void Names(NamesField<T> field) => Set(field, now => field.Set(result, field.Get(now)));

    public void Part<TPart>(PartField<T, TPart> field)
        where TPart : class
    {
        Set(field, now => field.Set(result, field.Get(now)));
        string[] own = [.. path, field.Key];
        if (At(own).FirstOrDefault(change => change.Member is null) is { } whole)
        {
            result = field.Set(result, whole.Type == ChangeType.Added ? whole.After<TPart>() : null);
        }
        else if (field.Shape.Name is not null && field.Get(result) is { } part)
        {
            result = field.Set(result, AppliedChanges<TPart>.To(part, field.Shape, own, changes));
        }
    }

    public void Parts<TPart>(PartsField<T, TPart> field)
        where TPart : class
    {
        if (field.Shape.Name is not { } name || field.Layout == PartsLayout.Inline)
        {
            Set(field, now => field.Set(result, field.Get(now)));
            return;
        }

        string[] PathOf(string part) => [.. path, field.Key, part];
        var kept = field.Get(result)
            .Where(part => !At(PathOf(name.Get(part)!)).Any(change => change.Type == ChangeType.Removed || IsOtherKind(change)))
            .Select(part => AppliedChanges<TPart>.To(part, field.Shape, PathOf(name.Get(part)!), changes));
        var added = changes
            .Where(change => change.Member is null && change.Type == ChangeType.Added && IsPartOf(change, field.Key))
            .Select(change => change.After<TPart>()!)
            .OrderBy(part => field.Get(NewOwner(field.Key)).ToList().IndexOf(part));
        var moved = changes.Where(change => IsOtherKind(change) && IsMovedTo(change, field.Key)).Select(change => (change.After<Relation>() as TPart)!);
        var parts = kept.Concat(added).Concat(moved);
        result = field.Set(result, (field.IsOrdered ? InOrder(field.Key, name, parts) : parts).ToValueList());
    }

    // A table that is now a view stays where it was in the path of its change.
    private static bool IsOtherKind(Change change) => change is { Member: "kind", AfterText: "table" or "view" or "materialized view" };

    // Those that came at the end stand there in the order of the newer record.
    private T NewOwner(string key) => changes.First(change => change.Member is null && IsPartOf(change, key)).After<T>()!;

    private bool IsMovedTo(Change change, string key) =>
        change.Path.Take(path.Count).SequenceEqual(path) && key == change.AfterText!.Replace(' ', '_') + "s";

    private bool IsPartOf(Change change, string key) =>
        change.Path.Count == path.Count + 2 && change.Path[path.Count] == key && change.Path.Take(path.Count).SequenceEqual(path);

    private IEnumerable<TPart> InOrder<TPart>(string key, TextField<TPart> name, IEnumerable<TPart> parts)
    {
        var order = At(path).FirstOrDefault(change => change.IsOrder && change.Member == key)?.AfterText?.Split(", ").ToList();
        return order is null ? parts : parts.OrderBy(part => order.IndexOf(name.Get(part)!));
    }

    private IEnumerable<Change> At(IReadOnlyList<string> place) => changes.Where(change => change.Path.SequenceEqual(place));

    // A definition or the objects needed are left out where other members explain them, and then come along with these.
    private void Set(Field<T> field, Func<T, T> set)
    {
        var own = At(path).Where(change => change.Member is not null && !change.IsOrder).ToList();
        var says = own.Find(change => change.Member == field.Key) ?? (field.Key is "definition" or "depends_on" ? own.FirstOrDefault() : null);
        if (says?.After<T>() is { } now)
        {
            result = set(now);
        }
    }
}
