using System.Globalization;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>Compares two versions of one record, member by member, down to the parts of its parts.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="run">What all comparers of one comparison share.</param>
/// <param name="path">The record's path.</param>
/// <param name="before">The record before, within its owners.</param>
/// <param name="after">The record after, within its owners.</param>
internal sealed class RecordComparer<T>(ComparisonRun run, ObjectPath path, RecordChain before, RecordChain after) : IFieldVisitor<T>
{
    private readonly T old = (T)before.Record;
    private readonly T now = (T)after.Record;
    private readonly List<Change> changes = [];

    /// <summary>The changes of the record and its parts.</summary>
    public List<Change> Compare(IEnumerable<Field<T>> fields)
    {
        foreach (var field in fields)
        {
            if (!field.IsVolatile)
            {
                field.Accept(this);
            }
        }

        DefinitionText.RemoveExplained(changes, path, old, now);
        return changes;
    }

    public void Text(TextField<T> field)
    {
        if (!run.IsSame(field.Get(old), field.Get(now)))
        {
            Add(field.Key, field.Get(old), field.Get(now));
        }
    }

    public void Flag(FlagField<T> field)
    {
        if (field.Get(old) != field.Get(now))
        {
            Add(field.Key, field.Get(old) ? "true" : "false", field.Get(now) ? "true" : "false");
        }
    }

    public void Number(NumberField<T> field)
    {
        if (!field.IsDerived && field.Get(old) != field.Get(now))
        {
            Add(field.Key, field.Get(old)?.ToString(CultureInfo.InvariantCulture), field.Get(now)?.ToString(CultureInfo.InvariantCulture));
        }
    }

    public void Names(NamesField<T> field)
    {
        var (oldNames, newNames) = (field.Get(old), field.Get(now));
        if (oldNames.Count != newNames.Count || oldNames.Zip(newNames).Any(pair => !run.IsSame(pair.First, pair.Second)))
        {
            Add(field.Key, ListText(oldNames), ListText(newNames));
        }
    }

    public void Part<TPart>(PartField<T, TPart> field)
        where TPart : class
    {
        var (oldPart, newPart) = (field.Get(old), field.Get(now));
        if (field.Shape.Name is null)
        {
            Whole(field.Key, oldPart is null ? [] : [oldPart], newPart is null ? [] : [newPart], field.Shape);
            return;
        }

        var part = (newPart ?? oldPart) is { } any ? path.Only(field.Key, field.Shape.Kind, field.Shape.Name.Get(oldPart ?? any)!) : path;
        if (oldPart is not null && newPart is not null)
        {
            changes.AddRange(new RecordComparer<TPart>(run, part, new(oldPart, before), new(newPart, after)).Compare(field.Shape.AllFields));
        }
        else if (oldPart is not null || newPart is not null)
        {
            ComeOrGo(part, oldPart, newPart);
        }
    }

    // What stands within its owner's line has no life of its own: keys, references, properties.
    public void Parts<TPart>(PartsField<T, TPart> field)
        where TPart : class
    {
        if (field.Shape.Name is not { } name || field.Layout == PartsLayout.Inline)
        {
            Whole(field.Key, field.Get(old), field.Get(now), field.Shape);
            return;
        }

        var (oldParts, newParts) = (ByName(field.Get(old), name), ByName(field.Get(now), name));
        foreach (var key in oldParts.Keys.Union(newParts.Keys))
        {
            var part = path.Named(field.Key, field.Shape.Kind, key);
            if (oldParts.TryGetValue(key, out var oldPart) && newParts.TryGetValue(key, out var newPart))
            {
                changes.AddRange(new RecordComparer<TPart>(run, part, new(oldPart, before), new(newPart, after)).Compare(field.Shape.Fields));
            }
            else
            {
                ComeOrGo(part, oldPart, newParts.GetValueOrDefault(key));
            }
        }

        if (field.IsOrdered)
        {
            Order(field.Key, [.. oldParts.Keys], [.. newParts.Keys]);
        }
    }

    private static Dictionary<string, TPart> ByName<TPart>(ValueList<TPart> parts, TextField<TPart> name)
    {
        var found = new Dictionary<string, TPart>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            found.TryAdd(name.Get(part)!, part);
        }

        return found;
    }

    private static string? ListText(IReadOnlyCollection<string> names) => names.Count == 0 ? null : string.Join(", ", names);

    private void Whole<TPart>(string key, ValueList<TPart> oldParts, ValueList<TPart> newParts, Shape<TPart> shape)
    {
        var (oldText, newText) = (RecordText<TPart>.Of(oldParts, shape), RecordText<TPart>.Of(newParts, shape));
        if (!oldParts.Equals(newParts) && (oldText == newText || !run.IsSame(oldText, newText)))
        {
            Add(key, oldText, newText);
        }
    }

    // Removing and adding move nothing: only what they do not explain is a change of order.
    private void Order(string key, List<string> oldNames, List<string> newNames)
    {
        var explained = oldNames.Where(newNames.Contains).Concat(newNames.Except(oldNames));
        if (!explained.SequenceEqual(newNames))
        {
            changes.Add(new Change(ChangeType.Changed, path, before, after)
            {
                Member = key,
                BeforeText = ListText(oldNames),
                AfterText = ListText(newNames),
                IsOrder = true,
            });
        }
    }

    private void ComeOrGo(ObjectPath part, object? oldPart, object? newPart) => changes.Add(new Change(
        oldPart is null ? ChangeType.Added : ChangeType.Removed,
        part,
        oldPart is null ? before : new(oldPart, before),
        newPart is null ? after : new(newPart, after)));

    private void Add(string member, string? oldText, string? newText) =>
        changes.Add(new Change(ChangeType.Changed, path, before, after) { Member = member, BeforeText = oldText, AfterText = newText });
}
