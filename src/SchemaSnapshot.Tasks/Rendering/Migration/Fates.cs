using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;
using SchemaSnapshot.Tasks.Rendering.Migration.Alter;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>Decides what becomes of each object: what one needs or alters may send others away.</summary>
internal static class Fates
{
    /// <summary>Decides for all objects.</summary>
    public static void Decide(MigrationScene scene)
    {
        foreach (var item in scene.All.Where(item => item.Fate == Fate.Alter))
        {
            SendAwayUnlessPossible(item, scene);
        }

        // Each round sends objects away and brings none back, so that there is a last one.
        for (var before = -1; before != Weight(scene);)
        {
            before = Weight(scene);
            foreach (var item in scene.Old)
            {
                Spread(item, scene);
            }
        }

        foreach (var extension in scene.All.Where(item => item.Fate == Fate.Replace && item.From!.Record is DefinedObject { Kind.Id: "extensions" }))
        {
            RefuseWhereUsed(extension, scene);
        }
    }

    /// <summary>Sends away objects that cannot be changed in place because their change waits for itself; gives whether there were any.</summary>
    public static bool Untie(IReadOnlyCollection<MigrationObject> stuck, MigrationScene scene)
    {
        var untied = stuck.Where(item => !Lasts(item)).ToList();
        if (untied.Count == 0)
        {
            untied = scene.Old.Where(item => item.Stays && scene.LinkOf(item) is { } link && link.Ends.All(stuck.Contains)).ToList();
        }

        untied.ForEach(SendAway);
        if (untied.Count > 0)
        {
            Decide(scene);
        }

        return untied.Count > 0;
    }

    // Its types go with it, and the columns that are of them.
    private static void RefuseWhereUsed(MigrationObject extension, MigrationScene scene)
    {
        if (scene.DependentsOf(extension).FirstOrDefault(item => ObjectPaths.IsTable(item.Path) && item.To is not null) is { } table)
        {
            throw new SnapshotException(Rules.CannotMigrate.At(
                $"The extension {extension.From!.Name} cannot be led from version {Version(extension.From)} to {Version(extension.To!)} in place, and the table {table.From!.Name} uses it."));
        }
    }

    private static string Version(DdlObject extension) => ((DefinedObject)extension.Record).Properties.First(property => property.Name == "version").Value;

    private static int Weight(MigrationScene scene) =>
        scene.All.Sum(item => (item.Fate == Fate.Replace ? 2 : item.Fate == Fate.Alter ? 1 : 0) + (item.IsAside ? 1 : 0));

    private static void Spread(MigrationObject item, MigrationScene scene)
    {
        if (item.Stays)
        {
            SendAwayUnlessPossible(item, scene);
        }

        // The index of a partition goes with that of the partitioned table, unless the partition is detached.
        if (item.Goes && item.Path[^1] == "partition_of" && item.Path.Count > 5 && scene.Find(ObjectPaths.Relation(item.Path).Append("partition_of").ToValueList()) is { Stays: true }
            && scene.Find(item.From!.Owner) is { Stays: true } index)
        {
            SendAway(index);
        }

        if (item.Goes)
        {
            // The rows of a table that is put aside are of the type until they are copied.
            item.IsAside |= IsType(item) && scene.DependentsOf(item).Any(other => other.IsAside);
            foreach (var dependent in scene.DependentsOf(item).Where(other => other.Stays).ToList())
            {
                Cope(dependent, item, scene);
            }
        }
        else if (item.Fate == Fate.Alter && Alterations.Of(item, scene) is { TouchedColumns.Count: > 0 } alteration)
        {
            foreach (var dependent in scene.DependentsOf(item).Where(other => other.Stays && ColumnUse.Uses(other, item, alteration)).ToList())
            {
                SendAway(dependent);
            }
        }
    }

    // What it needs goes. A table lets go of it; most other objects have to go too and come back.
    private static void Cope(MigrationObject dependent, MigrationObject gone, MigrationScene scene)
    {
        if (!Lasts(dependent))
        {
            if (dependent.Fate == Fate.Keep || gone.Fate == Fate.Replace)
            {
                SendAway(dependent);
            }

            return;
        }

        dependent.Fate = Fate.Alter;
        if (IsType(gone) && (gone.Fate == Fate.Replace || IsNameTaken(gone, scene)))
        {
            gone.IsAside = true;
        }

        SendAwayUnlessPossible(dependent, scene);
    }

    private static bool IsNameTaken(MigrationObject gone, MigrationScene scene) =>
        ObjectPaths.TakenName(gone.Path) is { } name && scene.All.Any(other => other.Fate == Fate.Create && ObjectPaths.TakenName(other.Path) == name);

    private static void SendAwayUnlessPossible(MigrationObject item, MigrationScene scene)
    {
        if (!Alterations.Of(item, scene).IsPossible)
        {
            SendAway(item);
        }
    }

    private static void SendAway(MigrationObject item)
    {
        item.Fate = Fate.Replace;
        item.IsAside |= ObjectPaths.IsTable(item.Path) && item.From!.Record is Relation { Kind: RelationKind.Table or RelationKind.PartitionedTable };
    }

    // What holds rows or values, or is of use to what does, and can be freed of what it needs.
    private static bool Lasts(MigrationObject item) =>
        ObjectPaths.IsTable(item.Path) || (!ObjectPaths.IsPart(item.Path) && item.From!.Record is Sequence or Schema or DomainType);

    private static bool IsType(MigrationObject item) => item.From!.Record
        is EnumType or DomainType or CompositeType or RangeType or DefinedObject { Kind.Id: "collations" };
}
