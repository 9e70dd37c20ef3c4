using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Makes the constraints of a table that have an index: primary key, unique and exclusion constraints.</summary>
internal sealed class KeyObjects(DdlPaths paths, string schema, Relation table)
{
    private readonly ValueList<string> owner = DdlPaths.Part(DdlPaths.Schema(schema), "tables", table.Name);
    private readonly string name = SqlText.Name(schema, table.Name);

    /// <summary>The constraints, and what makes them parts of the constraints of a partitioned table.</summary>
    public IEnumerable<DdlObject> All() =>
    [
        .. table.PrimaryKey is null ? [] : Make(table.PrimaryKey, "primary key", DdlPaths.Part(owner, "primary_key"), [.. Keys(Parent?.PrimaryKey)], "primary_key"),
        .. table.UniqueConstraints.SelectMany(constraint => Make(constraint, "unique constraint", Named("unique_constraints", constraint), Parent?.UniqueConstraints, "unique_constraints")),
        .. table.ExclusionConstraints.SelectMany(constraint => Make(constraint, "exclusion constraint", Named("exclusion_constraints", constraint), Parent?.ExclusionConstraints, "exclusion_constraints")),
    ];

    private Relation? Parent => table.PartitionOf is null ? null : paths.Relation(table.PartitionOf);

    private ValueList<string> Named(string key, Constraint constraint) => DdlPaths.Part(owner, key, constraint.Name);

    private IEnumerable<DdlObject> Make(Constraint constraint, string kind, ValueList<string> path, IReadOnlyList<Constraint>? ofParent, string key)
    {
        var alter = TableSql.AlterOnly(schema, table);
        var made = new DdlObject
        {
            Path = path,
            Kind = kind,
            Name = $"{SqlText.Name(constraint.Name)} on {name}",
            Record = constraint,
            Group = DdlGroup.Table,
            Create =
            [
                $"{alter}\n    ADD {ConstraintSql.Definition(constraint)}",
                .. IndexSql.Tablespace(schema, constraint.Name, constraint.Tablespace),
                .. TableSql.UsesOfIndex(schema, table, constraint.Name),
                .. CommentSql.IfAny($"CONSTRAINT {SqlText.Name(constraint.Name)} ON {name}", constraint.Comment),
            ],
            Drop = $"{alter} DROP CONSTRAINT {SqlText.Name(constraint.Name)}",
            Owner = owner,
            Needs = paths.Needs(constraint.DependsOn, [owner]),
            After = IndexSql.Attachments(paths, schema, table),
        };
        return constraint.Inherited && ofParent is not null && Origin(constraint, kind, ofParent) is { } origin
            ? [made, Attachment(made, constraint, origin, key)]
            : [made];
    }

    /// <summary>Of several alike the first goes with the first: nothing tells them apart.</summary>
    private Constraint? Origin(Constraint constraint, string kind, IReadOnlyList<Constraint> ofParent)
    {
        var own = kind == "primary key" ? [constraint] : kind == "unique constraint" ? table.UniqueConstraints : table.ExclusionConstraints;
        var place = own.Where(other => other.Inherited && other.Definition == constraint.Definition).TakeWhile(other => other.Name != constraint.Name).Count();
        return ofParent.Where(other => other.Definition == constraint.Definition).ElementAtOrDefault(place);
    }

    private DdlObject Attachment(DdlObject made, Constraint constraint, Constraint origin, string key)
    {
        var parent = table.PartitionOf!;
        var parentPath = paths.Of(parent)!;
        var originPath = key == "primary_key" ? DdlPaths.Part(parentPath, key) : DdlPaths.Part(parentPath, key, origin.Name);
        var part = DdlPaths.Part(owner, "partition_of");
        return IndexSql.Attachment(made, constraint, (parent.Schema!, origin.Name), (schema, constraint.Name), [made.Path, originPath, part]);
    }

    private static IEnumerable<Constraint> Keys(Constraint? constraint) => constraint is null ? [] : [constraint];
}
