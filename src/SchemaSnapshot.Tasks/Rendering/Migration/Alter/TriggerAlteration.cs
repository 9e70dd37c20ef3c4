using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Replaces a trigger or a rule by another of its name, or changes when it is on.</summary>
internal sealed class TriggerAlteration(MigrationObject item, DefinedObject old, DefinedObject now, MigrationScene scene) : Alteration
{
    private const string CreateTrigger = "CREATE TRIGGER ";
    private const string CreateRule = "CREATE RULE ";

    private bool IsSame => old.Definition == now.Definition;

    // What the copies of a partitioned table's trigger have of their own would go.
    public override bool IsPossible => IsSame || (IsReplaceable && !scene.DependentsOf(item).Any());

    public override IEnumerable<MigrationStatement> Statements()
    {
        var relation = ObjectPaths.RelationName(item.Path);
        var word = now.Kind.Id == "rules" ? "RULE" : "TRIGGER";
        if (!IsSame)
        {
            var replace = new MigrationStatement($"CREATE OR REPLACE{SqlText.Statement(now.Definition)["CREATE".Length..]}");
            yield return word == "RULE" ? replace.Locks(relation) : replace.LocksWriting(relation);
        }

        // A trigger that is replaced is on again, a rule stays as it is.
        var before = IsSame || word == "RULE" ? Enabled(old) : null;
        if (before != Enabled(now))
        {
            var enable = new MigrationStatement($"ALTER TABLE {relation} {EnableSql.Word(Enabled(now))} {word} {SqlText.Name(now.Name)}");
            yield return word == "RULE" ? enable.Locks(relation) : enable.LocksWriting(relation);
        }
    }

    private bool IsReplaceable => new[] { old, now }.All(trigger =>
        trigger.Definition.StartsWith(CreateRule, StringComparison.Ordinal)
        || (trigger.Definition.StartsWith(CreateTrigger, StringComparison.Ordinal) && scene.Major >= 14));

    private static string? Enabled(DefinedObject item) => Ddl.DefinedObjects.Property(item, "enabled");
}
