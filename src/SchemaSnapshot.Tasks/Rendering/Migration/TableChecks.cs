using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>The check constraints of tables that stay, as objects of their own: they are made with a new table, but come and go by themselves.</summary>
internal static class TableChecks
{
    /// <summary>The objects, with the checks of tables that are in both lists among them.</summary>
    /// <param name="objects">All objects of a snapshot.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="others">The objects of the other snapshot.</param>
    public static IReadOnlyList<DdlObject> Add(IReadOnlyList<DdlObject> objects, DatabaseSnapshot snapshot, IReadOnlyList<DdlObject> others)
    {
        var paths = new DdlPaths(snapshot);
        var there = objects.Select(item => item.Path).ToHashSet();
        var otherTables = others.Where(item => ObjectPaths.IsTable(item.Path)).ToDictionary(item => item.Path, item => (Relation)item.Record);
        return
        [
            .. objects,
            .. objects.Where(item => ObjectPaths.IsTable(item.Path) && otherTables.ContainsKey(item.Path))
                .SelectMany(table => Checks((Relation)table.Record, otherTables[table.Path]).Select(check => Make(table, check, paths)))
                .Where(item => !there.Contains(item.Path)),
        ];
    }

    // What comes from a parent comes and goes with the parent's.
    private static IEnumerable<Constraint> Checks(Relation table, Relation other) => table.CheckConstraints.Where(check =>
        !check.Inherited
        || (!SameParents(table, other) && !other.CheckConstraints.Any(its => its.Name == check.Name))
        || other.CheckConstraints.Any(its => its.Name == check.Name && !its.Inherited));

    private static bool SameParents(Relation table, Relation other) => table.PartitionOf == other.PartitionOf && table.Inherits.Equals(other.Inherits);

    private static DdlObject Make(DdlObject table, Constraint check, DdlPaths paths) => new()
    {
        Path = DdlPaths.Part(table.Path, "check_constraints", check.Name),
        Kind = "check constraint",
        Name = $"{SqlText.Name(check.Name)} on {table.Name}",
        Record = check,
        Group = table.Group,
        Create = [$"ALTER TABLE {table.Name}\n    ADD {ConstraintSql.Definition(check)}", .. CommentSql.IfAny($"CONSTRAINT {SqlText.Name(check.Name)} ON {table.Name}", check.Comment)],
        Drop = $"ALTER TABLE {table.Name} DROP CONSTRAINT {SqlText.Name(check.Name)}",
        Owner = table.Path,
        Needs = paths.Needs(check.DependsOn, [table.Path]),
    };
}
