using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Knows for each kind of object how it is changed in place.</summary>
internal static class Alterations
{
    /// <summary>How an object that is there before and after is changed in place.</summary>
    public static Alteration Of(MigrationObject item, MigrationScene scene)
    {
        // A table may have to follow another object's change without one of its own.
        if (ObjectPaths.IsTable(item.Path))
        {
            return new TableAlteration(item, scene);
        }

        if (Comments.Without(item.From!.Create).SequenceEqual(Comments.Without(item.To!.Create)) && item.From.Record is not (DomainType or CompositeType or DefinedObject { Kind.Id: "extensions" }))
        {
            return new NoAlteration();
        }

        return (item.From.Record, item.To.Record) switch
        {
            // What ties an object to another is cut and made anew.
            _ when ObjectPaths.IsTie(item.Path) => new NoAlteration(isPossible: false),
            // Extensions say themselves which schemas are theirs.
            (Schema, Schema) => new NoAlteration(new[] { item.From.Owner, item.To.Owner }.All(owner => owner.Count == 0 || scene.Find(owner) is { Stays: true })),
            (Relation { Kind: RelationKind.View }, Relation) => new ViewAlteration(item),
            (Relation { Kind: RelationKind.MaterializedView }, Relation) => new MaterializedViewAlteration(item, scene),
            (Sequence old, Sequence now) => new SequenceAlteration(item.To.Name, old, now),
            (EnumType old, EnumType now) => new EnumAlteration(ObjectPaths.Schema(item.Path), old, now, scene),
            (DomainType old, DomainType now) => new DomainAlteration(item.To.Name, old, now, scene),
            (CompositeType old, CompositeType now) => new CompositeAlteration(item, old, now, scene),
            (Routine old, Routine now) => new RoutineAlteration(old, now),
            (Constraint old, Constraint now) => new ConstraintAlteration(item, old, now),
            (ForeignKey old, ForeignKey now) => new ForeignKeyAlteration(item, old, now),
            (Model.Index old, Model.Index now) => new IndexAlteration(item, old, now),
            (DefinedObject old, DefinedObject now) => DefinedAlteration.Of(item, old, now, scene),
            _ => new NoAlteration(isPossible: false),
        };
    }
}
