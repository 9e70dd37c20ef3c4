using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Migration.Alter;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>The steps that one object's fate consists of.</summary>
internal sealed class ObjectSteps
{
    public ObjectSteps(MigrationObject item, MigrationScene scene)
    {
        (IsTable, IsAside) = (ObjectPaths.IsTable(item.Path), item.IsAside);
        if (item.Fate == Fate.Alter)
        {
            AddAlteration(item, scene);
        }

        if (item.Goes)
        {
            AddDrop(item, scene);
        }

        if (item.Fate is Fate.Create or Fate.Replace)
        {
            There = new Step(StepPhase.Build, scene.NewRank(item));
            There.Statements.AddRange(CreateStatements.Of(item, scene));
            There.After(Freed);
            Fill(item, scene);
            Gone?.After(item.IsAside ? Filled : null);
        }
    }

    /// <summary>Whether it is a table.</summary>
    public bool IsTable { get; }

    /// <summary>Whether the old object is put aside.</summary>
    public bool IsAside { get; }

    /// <summary>Lets go of what is dropped.</summary>
    public Step? Release { get; private set; }

    /// <summary>After it the object's name is free.</summary>
    public Step? Freed { get; private set; }

    /// <summary>After it nothing of the old object is left.</summary>
    public Step? Gone { get; private set; }

    /// <summary>After it the object is as it is to be.</summary>
    public Step? There { get; private set; }

    /// <summary>After it the object has the rows of the old one.</summary>
    public Step? Filled { get; private set; }

    /// <summary>The change in place.</summary>
    public Step? Change { get; private set; }

    public IEnumerable<Step> All => new[] { Release, Freed, Gone, There, Filled }.OfType<Step>().Distinct();

    // A partitioned table takes rows once it has its partitions.
    private void Fill(MigrationObject item, MigrationScene scene)
    {
        Filled = There;
        if (item is not { IsAside: true, From.Record: Relation before, To.Record: Relation after })
        {
            return;
        }

        if (after.Kind == RelationKind.PartitionedTable)
        {
            Filled = new Step(StepPhase.Fill, scene.NewRank(item));
            Filled.After(There);
        }

        Filled!.Statements.AddRange(TableCopy.Statements(before, after, AsideStatements.NameOf(item), item.To.Name, scene));
    }

    private void AddAlteration(MigrationObject item, MigrationScene scene)
    {
        var alteration = Alterations.Of(item, scene);
        Change = Filled = There = new Step(StepPhase.Build, scene.NewRank(item));
        There.Statements.AddRange(alteration.Statements());
        There.Statements.AddRange(Comments.Change(item.From!, item.To!, alteration));
        var release = alteration.Release().ToList();
        if (release.Count > 0)
        {
            Release = new Step(StepPhase.Release, -scene.OldRank(item));
            Release.Statements.AddRange(release);
            There.After(Release);
        }
    }

    private void AddDrop(MigrationObject item, MigrationScene scene)
    {
        if (!item.IsAside)
        {
            Freed = Gone = new Step(StepPhase.Drop, -scene.OldRank(item));
            Gone.Statements.AddRange(DropStatements.Of(item, scene));
            return;
        }

        Freed = new Step(StepPhase.Aside, -scene.OldRank(item));
        Freed.Statements.AddRange(AsideStatements.Rename(item));
        Gone = new Step(StepPhase.Discard, -scene.OldRank(item));
        Gone.Statements.AddRange(AsideStatements.Discard(item, scene));
        Gone.After(Freed);
        var release = AsideStatements.Release(item, scene).ToList();
        if (release.Count > 0)
        {
            Release = new Step(StepPhase.Release, -scene.OldRank(item));
            Release.Statements.AddRange(release);
            Freed.After(Release);
        }
    }
}
