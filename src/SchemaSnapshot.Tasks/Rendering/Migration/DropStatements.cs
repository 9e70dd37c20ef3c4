using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>Drops objects.</summary>
internal static class DropStatements
{
    /// <summary>The statements that drop an object; none where it goes with another.</summary>
    public static IEnumerable<MigrationStatement> Of(MigrationObject item, MigrationScene scene)
    {
        if (item.From!.Drop is not { } sql || SharedEnds.GoesWithOther(item, scene))
        {
            return [];
        }

        var drop = new MigrationStatement(SharedEnds.TakesOthersAlong(item, scene) ? $"{sql} CASCADE" : sql);
        return [item.From.Record switch
        {
            Relation table when ObjectPaths.IsTable(item.Path) => OfTable(drop, item.From.Name, table, scene),
            Relation partition when ObjectPaths.IsTie(item.Path) => Detach(drop, item, partition, scene),
            Sequence when item.Path.Count == 4 => drop.Loses($"the last value of {item.From.Name}"),
            ForeignKey key => drop.Locks(ObjectPaths.RelationName(item.Path), SqlText.Name(key.ForeignSchema, key.ForeignTable)),
            Constraint or Model.Index or DefinedObject { Kind.Id: "triggers" or "rules" or "policies" } => drop.Locks(ObjectPaths.RelationName(item.Path)),
            DefinedObject { Kind.Id: "foreign_servers" or "foreign_data_wrappers" } => drop.Loses("the user mappings, if there are any, stand in the way: drop them first"),
            _ => drop,
        }];
    }

    // The rows of a partition are in what takes the place of the partitioned table, those of a foreign table are somewhere else.
    private static MigrationStatement OfTable(MigrationStatement drop, string name, Relation table, MigrationScene scene) => table.Kind == RelationKind.ForeignTable
        ? drop
        : (scene.Find(table.PartitionOf) is { IsAside: true } ? drop : drop.Loses($"the rows of {name}")).Locks([name, .. Parent(table)]);

    // The other ends of the partitioned table's foreign keys have to know that the rows are gone.
    private static MigrationStatement Detach(MigrationStatement detach, MigrationObject item, Relation partition, MigrationScene scene)
    {
        var parent = scene.Find(partition.PartitionOf);
        var ends = scene.LastingLinksOf(parent).Select(link => link.Table == parent ? link.Other : link.Table);
        var locked = scene.Major >= 14 ? Parent(partition).Append(ObjectPaths.RelationName(item.Path)) : Parent(partition);
        return ends.Select(end => end.From!.Name).Distinct().Aggregate(detach.Locks(locked), (statement, table) => statement.LocksWriting(table));
    }

    private static IEnumerable<string> Parent(Relation table) => table.PartitionOf is { } parent ? [SqlText.Name(parent.Schema!, parent.Name)] : [];
}
