using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Validates a constraint or changes the settings of its index; any other change makes another constraint.</summary>
internal sealed class ConstraintAlteration(MigrationObject item, Constraint old, Constraint now) : Alteration
{
    private const string NotValid = " NOT VALID";

    public override bool IsPossible => !(now.NotValid && !old.NotValid) && Core(old) == Core(now);

    public override IEnumerable<MigrationStatement> Statements()
    {
        var table = ObjectPaths.RelationName(item.Path);
        if (old.NotValid && !now.NotValid)
        {
            yield return new MigrationStatement($"ALTER TABLE {table} VALIDATE CONSTRAINT {SqlText.Name(now.Name)}").Note($"fails where {table} has rows that break it; reads the whole table");
        }

        foreach (var change in OptionList.Change(old.Options, now.Options))
        {
            yield return new MigrationStatement($"ALTER INDEX {SqlText.Name(ObjectPaths.Schema(item.Path), now.Name)} {change}");
        }

        foreach (var statement in IndexAlteration.Settings(item))
        {
            yield return statement;
        }
    }

    // Whether it is inherited follows from the table's being a partition.
    private static Constraint Core(Constraint constraint) =>
        constraint with { Comment = null, NotValid = false, Inherited = false, Options = null, Tablespace = null, Definition = Valid(constraint.Definition) };

    private static string Valid(string definition) =>
        definition.EndsWith(NotValid, StringComparison.Ordinal) ? definition[..^NotValid.Length] : definition;
}
