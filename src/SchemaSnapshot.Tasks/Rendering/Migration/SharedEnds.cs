using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>Which objects PostgreSQL drops together.</summary>
internal static class SharedEnds
{
    /// <summary>Whether an object that goes needs no statement, as it goes with another.</summary>
    public static bool GoesWithOther(MigrationObject item, MigrationScene scene) => item.From!.Record switch
    {
        // Tables may reference each other.
        ForeignKey => false,
        Routine => item.From.Needs.Any(need => need[^1] == "shell" && scene.Find(need.SkipLast(1).ToValueList()) is { Goes: true }),
        Sequence sequence => GoesWithColumn(item, sequence, scene),
        _ when ObjectPaths.IsPart(item.Path) && scene.Find(item.From.Owner) is { Goes: true, IsAside: false } => NeedsNothingElse(item, scene),
        _ => IsOfPartition(item, scene),
    };

    /// <summary>Whether an object takes along what needs it and is needed by it: a range type and its functions.</summary>
    public static bool TakesOthersAlong(MigrationObject item, MigrationScene scene) =>
        item.From!.Record is RangeType && item.Path[^1] != "shell" && scene.Find(DdlPaths.Part(item.Path, "shell"))?.From is not null;

    // What else it needs may be dropped before the owner is.
    private static bool NeedsNothingElse(MigrationObject item, MigrationScene scene) =>
        ObjectPaths.IsTie(item.Path) || item.From!.Needs.Where(need => !need.Equals(item.From.Owner)).All(need => scene.Find(need) is not { Goes: true });

    // The column takes the sequence that it owns along, the sequence that stays is taken from it first.
    private static bool GoesWithColumn(MigrationObject item, Sequence sequence, MigrationScene scene) =>
        sequence.OwnedBy is not null
        && scene.Find(item.Path.Take(4).ToValueList()) is { Fate: Fate.Drop }
        && scene.Find(sequence.OwnedBy) is { From.Record: Relation } table
        && (table.Goes || ((Relation)table.To!.Record).Columns.All(column => column.Name != sequence.OwnedByColumn));

    // An index or constraint of the partitioned table takes its parts along, unless their table is detached before.
    private static bool IsOfPartition(MigrationObject item, MigrationScene scene)
    {
        if (ObjectPaths.IsTie(item.Path) || scene.Find(DdlPaths.Part(item.Path, "partition_of"))?.From is not { } part)
        {
            return false;
        }

        var whole = part.Needs.Select(scene.Find).FirstOrDefault(need => need != item && need?.From?.Record is Constraint or Model.Index);
        return whole is { Goes: true } && scene.Find(DdlPaths.Part(ObjectPaths.Relation(item.Path), "partition_of")) is not { Goes: true };
    }
}
