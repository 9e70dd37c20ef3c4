using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>Renames one part of the older of two records, where the newer has it by its new name.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="path">The record's path.</param>
/// <param name="before">The older record, within its owners.</param>
/// <param name="after">The newer record, within its owners.</param>
/// <param name="from">The names that lead to the part in the older record.</param>
/// <param name="to">The names that lead to it in the newer one.</param>
internal sealed class PartRenamer<T>(ObjectPath path, RecordChain before, RecordChain after, List<string> from, List<string> to) : PartialVisitor<T>
{
    private T old = (T)before.Record;
    private Change? change;

    /// <summary>The older record with the new name, and the change; null where there is nothing to rename.</summary>
    public (T Record, Change Change)? Rename(Shape<T> shape)
    {
        foreach (var field in shape.Fields)
        {
            if (change is null)
            {
                field.Accept(this);
            }
        }

        return change is null ? null : (old, change);
    }

    public override void Parts<TPart>(PartsField<T, TPart> field)
    {
        if (change is not null || field.Shape.Name is not { } name || field.Layout == PartsLayout.Inline)
        {
            return;
        }

        var newParts = field.Get((T)after.Record);
        var oldPart = field.Get(old).FirstOrDefault(part => name.Get(part) == from[0]);
        var newPart = newParts.FirstOrDefault(part => name.Get(part) == to[0]);
        if (oldPart is null || newPart is null)
        {
            return;
        }

        var (oldChain, newChain) = (new RecordChain(oldPart, before), new RecordChain(newPart, after));
        var part = path.Named(field.Key, field.Shape.Kind, from[0]);
        var renamed = from.Count > 1
            ? new PartRenamer<TPart>(part, oldChain, newChain, from[1..], to[1..]).Rename(field.Shape)
            : Here(name, part, oldChain, newChain, isTaken: newParts.Any(other => name.Get(other) == from[0]));
        if (renamed is not { } found)
        {
            return;
        }

        change = found.Change;
        old = field.Set(old, field.Get(old).Select(other => ReferenceEquals(other, oldPart) ? found.Record : other).ToValueList());
    }

    // A declaration that has been taken into the baseline long ago renames nothing.
    private (TPart Record, Change Change)? Here<TPart>(
        TextField<TPart> name, ObjectPath part, RecordChain oldChain, RecordChain newChain, bool isTaken)
    {
        if (isTaken || from[0] == to[0])
        {
            return null;
        }

        var renamed = new Change(ChangeType.Renamed, part, oldChain, newChain) { Member = name.Key, BeforeText = from[0], AfterText = to[0] };
        return (name.Set((TPart)oldChain.Record, to[0]), renamed);
    }
}
