using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>Drops objects.</summary>
internal static class DropStatements
{
    /// <summary>The statements that drop an object; none where it goes with its owner.</summary>
    public static IEnumerable<MigrationStatement> Of(MigrationObject item, MigrationScene scene)
    {
        if (item.From!.Drop is not { } sql || GoesWithOther(item, scene))
        {
            return [];
        }

        // The type and its functions need each other: PostgreSQL drops them together only.
        var drop = new MigrationStatement(IsInCircle(item, scene) ? $"{sql} CASCADE" : sql);
        return [item.From.Record switch
        {
            Relation { Kind: RelationKind.Table or RelationKind.PartitionedTable } table when ObjectPaths.IsTable(item.Path) =>
                (AreRowsMoved(table, scene) ? drop : drop.Loses($"the rows of {item.From.Name}")).Locks([item.From.Name, .. Parent(table)]),
            Relation { PartitionOf: not null } partition when ObjectPaths.IsTie(item.Path) => Detach(drop, partition, item, scene),
            Sequence when item.Path.Count == 4 => drop.Loses($"the last value of {item.From.Name}"),
            ForeignKey key => drop.Locks(Relation(item), SqlText.Name(key.ForeignSchema, key.ForeignTable)),
            Constraint or Model.Index => drop.Locks(Relation(item)),
            DefinedObject { Kind.Id: "triggers" or "rules" or "policies" } => drop.Locks(Relation(item)),
            DefinedObject { Kind.Id: "foreign_servers" or "foreign_data_wrappers" } => drop.Loses("the user mappings, if there are any, stand in the way: drop them first"),
            _ => drop,
        }];
    }

    // They are in what takes the place of the partitioned table.
    private static bool AreRowsMoved(Relation table, MigrationScene scene) => scene.Find(table.PartitionOf) is { IsAside: true };

    private static IEnumerable<string> Parent(Relation table) => table.PartitionOf is { } parent ? [SqlText.Name(parent.Schema!, parent.Name)] : [];

    // The other ends of the partitioned table's foreign keys have to know that the rows are gone.
    private static MigrationStatement Detach(MigrationStatement detach, Relation partition, MigrationObject item, MigrationScene scene)
    {
        var parent = scene.Find(partition.PartitionOf);
        var keys = scene.Old.Where(key => key.Stays).Select(scene.EndsOf).OfType<(MigrationObject Table, MigrationObject Other)>()
            .Where(ends => ends.Table == parent || ends.Other == parent)
            .Select(ends => (ends.Table == parent ? ends.Other : ends.Table).From!.Name).Distinct();
        return keys.Aggregate(detach.Locks([.. Parent(partition), .. scene.Major >= 14 ? (IEnumerable<string>)[Relation(item)] : []]), (statement, table) => statement.LocksWriting(table));
    }

    // A table takes its parts along; foreign keys go first, as tables may reference each other.
    private static bool GoesWithOther(MigrationObject item, MigrationScene scene) => item.From!.Record switch
    {
        ForeignKey => false,
        Routine => item.From.Needs.Any(need => need[^1] == "shell" && scene.Find(need.SkipLast(1).ToValueList()) is { Goes: true }),
        Sequence sequence => GoesWithColumn(item, sequence, scene),
        _ when ObjectPaths.IsPart(item.Path) && scene.Find(item.From.Owner) is { Goes: true, IsAside: false } => NeedsNothingElse(item, scene),
        _ when Origin(item, scene) is { Goes: true } => !Tie(item, scene).Goes,
        _ => false,
    };

    private static bool IsInCircle(MigrationObject item, MigrationScene scene) =>
        item.From!.Record is RangeType && item.Path[^1] != "shell" && scene.Find(DdlPaths.Part(item.Path, "shell"))?.From is not null;

    // What else it needs may be dropped before the owner is.
    private static bool NeedsNothingElse(MigrationObject item, MigrationScene scene) =>
        ObjectPaths.IsTie(item.Path) || item.From!.Needs.Where(need => !need.Equals(item.From.Owner)).All(need => scene.Find(need) is not { Goes: true });

    // The column takes the sequence that it owns along, the sequence that stays is taken from it first.
    private static bool GoesWithColumn(MigrationObject item, Sequence sequence, MigrationScene scene) =>
        sequence.OwnedBy is not null
        && scene.Find(item.Path.Take(4).ToValueList()) is { Fate: Fate.Drop }
        && scene.Find(sequence.OwnedBy) is { From.Record: Model.Relation } table
        && (table.Goes || ((Model.Relation)table.To!.Record).Columns.All(column => column.Name != sequence.OwnedByColumn));

    /// <summary>The index or constraint of the partitioned table that an index or constraint is a part of.</summary>
    private static MigrationObject? Origin(MigrationObject item, MigrationScene scene) =>
        ObjectPaths.IsTie(item.Path) ? null : scene.Find(DdlPaths.Part(item.Path, "partition_of"))?.From?.Needs.Select(scene.Find)
            .FirstOrDefault(need => need is not null && need != item && need.From?.Record is Constraint or Model.Index);

    private static MigrationObject Tie(MigrationObject item, MigrationScene scene) => scene.Find(DdlPaths.Part(ObjectPaths.Relation(item.Path), "partition_of"))!;

    private static string Relation(MigrationObject item) => ObjectPaths.Relation(item.Path) is var path ? SqlText.Name(path[1], path[3]) : "";
}
