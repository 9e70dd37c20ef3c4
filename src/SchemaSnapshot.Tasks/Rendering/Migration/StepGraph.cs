using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>The steps of a migration, tied by what has to be done before what.</summary>
internal sealed class StepGraph
{
    private readonly MigrationScene scene;
    private readonly Dictionary<MigrationObject, ObjectSteps> steps = [];

    public StepGraph(MigrationScene scene)
    {
        this.scene = scene;
        foreach (var item in scene.All.Where(item => item.Fate != Fate.Keep))
        {
            steps.Add(item, new ObjectSteps(item, scene));
        }

        foreach (var (item, own) in steps)
        {
            if (item.From is not null)
            {
                TieOld(item, own);
            }

            if (item.To is not null)
            {
                TieNew(item, own);
            }
        }

        TieNames();
        TieKeys();
    }

    /// <summary>The objects whose change in place waits for itself.</summary>
    public IReadOnlyCollection<MigrationObject> Stuck
    {
        get
        {
            var circles = StepOrder.Circles(Steps);
            return circles.Count == 0 ? [] : [.. steps.Where(pair => pair.Value.Change is { } change && circles.Contains(change)).Select(pair => pair.Key)];
        }
    }

    /// <summary>All steps.</summary>
    public IReadOnlyCollection<Step> Steps => [.. steps.Values.SelectMany(own => own.All)];

    // What an object needs goes once the object has let go of it.
    private void TieOld(MigrationObject item, ObjectSteps own)
    {
        foreach (var need in item.From!.Needs.Select(scene.Find).OfType<MigrationObject>())
        {
            if (!steps.TryGetValue(need, out var other))
            {
                continue;
            }

            if (item.Stays)
            {
                var isReleased = need.Fate == Fate.Replace ? !need.IsAside : need.From!.Record is Sequence && ObjectPaths.IsTable(item.Path);
                other.Gone?.After(isReleased ? own.Release ?? own.There : own.There);
                other.Gone?.After(own.Release);
                continue;
            }

            // A partition that goes keeps its rows until they are copied out of the partitioned table.
            var isLeft = need.IsAside && item.Path is ["schemas", _, "tables", _, "partition_of"] && scene.Find(item.From.Owner) is { Fate: Fate.Drop };
            if (isLeft)
            {
                own.Gone?.After(other.Filled);
                steps[scene.Find(item.From.Owner)!].Gone?.After(other.Filled);
            }

            // The index of the partitioned table would take its parts along, had the partition not been detached.
            if (ObjectPaths.IsTie(item.Path) && item.Path.Count > 5 && need.From!.Record is Constraint or Model.Index)
            {
                other.Gone?.After(TieOf(item)?.Gone);
            }

            // An index that is a part of another can only be dropped once its table is no partition.
            if (ObjectPaths.IsPart(item.Path) && !ObjectPaths.IsTie(item.Path))
            {
                own.Gone?.After(TieOf(item)?.Gone);
            }

            // A table that is put aside lets go of what is made anew, or is put aside with it.
            other.Gone?.After(item.IsAside && need.Fate == Fate.Replace && !need.IsAside ? own.Release : own.Gone);
            other.Freed?.After(item.IsAside || isLeft ? null : own.Freed);
            other.Change?.After(own.Freed);
            other.Release?.After(need.Stays ? own.Freed : null);
        }
    }

    private ObjectSteps? TieOf(MigrationObject item) =>
        scene.Find(DdlPaths.Part(ObjectPaths.Relation(item.Path), "partition_of")) is { } tie ? steps.GetValueOrDefault(tie) : null;

    private void TieNew(MigrationObject item, ObjectSteps own)
    {
        // A partition that has its indexes already gets none of the server's own making.
        if (item.Path is ["schemas", _, "tables", _, "partition_of"])
        {
            foreach (var (_, part) in steps.Where(pair => pair.Key.To?.Owner.Equals(item.To!.Owner) == true && pair.Key.To.Record is Constraint or Model.Index && !ObjectPaths.IsTie(pair.Key.Path)))
            {
                own.There?.After(part.There);
            }
        }

        foreach (var need in item.To!.Needs.Concat(item.To.After).Select(scene.Find).OfType<MigrationObject>())
        {
            var other = steps.GetValueOrDefault(need);
            own.There?.After(IsStructure(item) ? other?.There : other?.Filled);
            if (item.Path is ["schemas", _, "tables", _, "partition_of"])
            {
                TieFilling(need, own.There!);
            }
        }
    }

    // What rows are copied into: all else comes when they are there.
    private static bool IsStructure(MigrationObject item) => ObjectPaths.IsTie(item.Path) || item.To!.Record is Constraint or Model.Index;

    // The partitions of a partition take the rows of the topmost table, too.
    private void TieFilling(MigrationObject table, Step attached)
    {
        for (var owner = table; owner is not null && steps.GetValueOrDefault(owner) is { } own; owner = scene.Find((owner.To?.Record as Relation)?.PartitionOf))
        {
            if (own.Filled != own.There)
            {
                own.Filled!.After(attached);
            }
        }
    }

    // An object can only be made where no other has its name.
    private void TieNames()
    {
        var freed = steps.Where(pair => pair.Value.Freed is not null && ObjectPaths.TakenName(pair.Key.Path) is not null)
            .ToLookup(pair => ObjectPaths.TakenName(pair.Key.Path)!, pair => pair.Value.Freed!);
        foreach (var (item, own) in steps.Where(pair => pair.Key.Fate is Fate.Create or Fate.Replace))
        {
            foreach (var step in freed[ObjectPaths.TakenName(item.Path) ?? ""])
            {
                own.There!.After(step);
            }

            // Identity columns have sequences whose names nobody knows.
            foreach (var table in item.To!.Record is Sequence ? steps.Values.Where(other => other.IsTable) : [])
            {
                own.There!.After(table.Release);
                own.There!.After(table.IsAside ? table.Freed : null);
            }
        }
    }

    // A logged table can reference no unlogged one, not even while both are changed.
    private void TieKeys()
    {
        foreach (var (_, _, table, other) in scene.LastingLinks)
        {
            if (IsToBeLogged(table) is { } isToBeLogged && IsToBeLogged(other) is not null && steps[table].Change is { } change)
            {
                (isToBeLogged ? change : steps[other].Change!).After(isToBeLogged ? steps[other].Change : change);
            }
        }
    }

    private static bool? IsToBeLogged(MigrationObject table) =>
        table is { Fate: Fate.Alter, From.Record: Relation before, To.Record: Relation after } && before.Unlogged != after.Unlogged ? before.Unlogged : null;
}
