using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Dump;

/// <summary>What pg_dump has to list of a relation, going by its snapshot.</summary>
internal static class RelationEntries
{
    /// <summary>The entries of a relation and of all that belongs to it, but for comments and privileges.</summary>
    public static IEnumerable<string> Of(Schema schema, Relation relation)
    {
        var name = $"{schema.Name} {relation.Name}";
        string?[] entries =
        [
            $"{Kind(relation)} {name}",
            relation.PartitionOf is null ? null : $"TABLE ATTACH {name}",
            relation.RowSecurity ? $"ROW SECURITY {name}" : null,
            .. Indexed(relation).Select(constraint => $"CONSTRAINT {name} {constraint.Name}"),
            // A partition's index of a constraint bears the constraint's name.
            .. Indexed(relation).Where(constraint => constraint.Inherited).Select(constraint => $"INDEX ATTACH {schema.Name} {constraint.Name}"),
            // Checks stand in CREATE TABLE; one that was not checked cannot.
            .. relation.CheckConstraints.Where(check => check.NotValid).Select(check => $"CHECK CONSTRAINT {name} {check.Name}"),
            // A partition's foreign key comes with its parent's.
            .. relation.ForeignKeys.Where(key => !key.Inherited).Select(key => $"FK CONSTRAINT {name} {key.Name}"),
            .. relation.Indexes.Select(index => $"INDEX {schema.Name} {index.Name}"),
            .. relation.Indexes.Where(index => index.PartitionOf is not null).Select(index => $"INDEX ATTACH {schema.Name} {index.Name}"),
            .. relation.Columns.Where(column => IsIdentity(relation, column)).Select(column => $"SEQUENCE {schema.Name} {SequenceName(relation, column)}"),
            .. Objects(relation, "triggers").Select(trigger => $"TRIGGER {name} {trigger}"),
            .. Objects(relation, "rules").Select(rule => $"RULE {name} {rule}"),
            .. Objects(relation, "policies").Select(policy => $"POLICY {name} {policy}"),
        ];
        return entries.OfType<string>();
    }

    /// <summary>PostgreSQL's word for the kind of relation.</summary>
    public static string Kind(Relation relation) => relation.Kind switch
    {
        RelationKind.View => "VIEW",
        RelationKind.MaterializedView => "MATERIALIZED VIEW",
        RelationKind.ForeignTable => "FOREIGN TABLE",
        _ => "TABLE",
    };

    /// <summary>The constraints that an index stands behind.</summary>
    public static IEnumerable<Constraint> Indexed(Relation relation) =>
        new[] { relation.PrimaryKey }.OfType<Constraint>().Concat(relation.UniqueConstraints).Concat(relation.ExclusionConstraints);

    private static IEnumerable<string> Objects(Relation relation, string kind) =>
        relation.Objects.Where(item => item.Kind.Id == kind).Select(item => item.Name);

    /// <summary>A partition's identity column shares its parent's sequence.</summary>
    private static bool IsIdentity(Relation relation, Column column) => column.Identity is not null && relation.PartitionOf is null;

    /// <summary>The snapshot does not name the sequence of an identity column; in these schemas each has the name it is given by itself.</summary>
    private static string SequenceName(Relation relation, Column column) => $"{relation.Name}_{column.Name}_seq";
}
