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
            Gone?.After(item.IsAside ? There : null);
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

    /// <summary>The change in place.</summary>
    public Step? Change { get; private set; }

    public IEnumerable<Step> All => new[] { Release, Freed, Gone, There }.OfType<Step>().Distinct();

    private void AddAlteration(MigrationObject item, MigrationScene scene)
    {
        var alteration = Alterations.Of(item, scene);
        Change = There = new Step(StepPhase.Build, scene.NewRank(item));
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
        Gone.Statements.AddRange(AsideStatements.Discard(item));
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
