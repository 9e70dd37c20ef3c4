namespace SchemaSnapshot.Model;

/// <summary>The shapes of a <see cref="Relation"/>, one a list of the schema that relations stand in.</summary>
internal static class RelationShapes
{
    private static readonly TextField<Relation> Name =
        new("name", r => r.Name, (r, v) => r with { Name = v! }) { IsRequired = true };

    private static readonly PartsField<Relation, Column> Columns = new(
        "columns", PartsLayout.Lines, ColumnShape.Column, r => r.Columns, (r, v) => r with { Columns = v })
    { IsRequired = true, IsOrdered = true };

    private static readonly PartsField<Relation, Index> Indexes =
        new("indexes", PartsLayout.Lines, IndexShape.Index, r => r.Indexes, (r, v) => r with { Indexes = v }) { IsRequired = true };

    private static readonly NumberField<Relation> RowCount =
        new("row_count", r => r.RowCount, (r, v) => r with { RowCount = v }) { IsRequired = true, IsVolatile = true };

    private static readonly NumberField<Relation> ColumnCount =
        new("column_count", r => r.Columns.Count, set: null) { IsRequired = true };

    private static readonly Field<Relation> DependsOn =
        ReferenceShapes.DependsOn<Relation>(r => r.DependsOn, (r, v) => r with { DependsOn = v });

    private static readonly Field<Relation>[] Head =
    [
        new TextField<Relation>("kind", KindWord, (r, v) => r with { Kind = KindOf(v, r.Kind) }),
        new TextField<Relation>("comment", r => r.Comment, (r, v) => r with { Comment = v }),
        new FlagField<Relation>("unlogged", r => r.Unlogged, (r, v) => r with { Unlogged = v }),
        ReferenceShapes.One<Relation>("of_type", r => r.OfType, (r, v) => r with { OfType = v }),
        new TextField<Relation>("partition_key", r => r.PartitionKey, (r, v) => r with { PartitionKey = v }),
        ReferenceShapes.One<Relation>("partition_of", r => r.PartitionOf, (r, v) => r with { PartitionOf = v }),
        new TextField<Relation>("partition_bound", r => r.PartitionBound, (r, v) => r with { PartitionBound = v }),
        new PartsField<Relation, ObjectReference>(
            "inherits", PartsLayout.Inline, ReferenceShapes.Reference, r => r.Inherits, (r, v) => r with { Inherits = v }) { IsOrdered = true },
        new TextField<Relation>("access_method", r => r.AccessMethod, (r, v) => r with { AccessMethod = v }),
        new TextField<Relation>("tablespace", r => r.Tablespace, (r, v) => r with { Tablespace = v }),
        new TextField<Relation>("options", r => r.Options, (r, v) => r with { Options = v }),
        new TextField<Relation>("replica_identity", r => r.ReplicaIdentity, (r, v) => r with { ReplicaIdentity = v }),
        new TextField<Relation>("clustered_on", r => r.ClusteredOn, (r, v) => r with { ClusteredOn = v }),
        new FlagField<Relation>("row_security", r => r.RowSecurity, (r, v) => r with { RowSecurity = v }),
        new FlagField<Relation>("force_row_security", r => r.ForceRowSecurity, (r, v) => r with { ForceRowSecurity = v }),
        new TextField<Relation>("server", r => r.Server, (r, v) => r with { Server = v }),
        new TextField<Relation>("foreign_options", r => r.ForeignOptions, (r, v) => r with { ForeignOptions = v }),
    ];

    public static Shape<Relation> Table { get; } = new(
        "table",
        new Relation { Name = "", Kind = RelationKind.Table },
        Name,
        [
            .. Head,
            Columns,
            new PartField<Relation, Constraint>(
                "primary_key", ConstraintShapes.PrimaryKey, r => r.PrimaryKey, (r, v) => r with { PrimaryKey = v }),
            Constraints("unique_constraints", ConstraintShapes.Unique, r => r.UniqueConstraints, (r, v) => r with { UniqueConstraints = v }),
            Constraints("check_constraints", ConstraintShapes.Check, r => r.CheckConstraints, (r, v) => r with { CheckConstraints = v }),
            Constraints("exclusion_constraints", ConstraintShapes.Exclusion, r => r.ExclusionConstraints, (r, v) => r with { ExclusionConstraints = v }),
            Constraints("not_null_constraints", ConstraintShapes.NotNull, r => r.NotNullConstraints, (r, v) => r with { NotNullConstraints = v }),
            new PartsField<Relation, ForeignKey>(
                "foreign_keys", PartsLayout.Lines, ConstraintShapes.ForeignKey, r => r.ForeignKeys, (r, v) => r with { ForeignKeys = v }) { IsRequired = true },
            Indexes,
            .. DefinedObjects(),
            ColumnCount,
            RowCount,
            DependsOn,
        ]);

    public static Shape<Relation> View { get; } = new(
        "view",
        new Relation { Name = "", Kind = RelationKind.View },
        Name,
        [.. ViewHead(), Columns, .. DefinedObjects(), ColumnCount, DependsOn]);

    public static Shape<Relation> MaterializedView { get; } = new(
        "materialized view",
        new Relation { Name = "", Kind = RelationKind.MaterializedView },
        Name,
        [.. ViewHead(), Columns, Indexes, .. DefinedObjects(), ColumnCount, RowCount, DependsOn]);

    private static IEnumerable<Field<Relation>> ViewHead() =>
    [
        .. Head.Where(field => field.Key is "comment" or "access_method" or "tablespace" or "options" or "clustered_on"),
        new TextField<Relation>("definition", r => r.Definition, (r, v) => r with { Definition = v }) { IsRequired = true },
    ];

    private static PartsField<Relation, Constraint> Constraints(
        string key, Shape<Constraint> shape, Func<Relation, ValueList<Constraint>> get, Func<Relation, ValueList<Constraint>, Relation> set) =>
        new(key, PartsLayout.Lines, shape, get, set);

    private static IEnumerable<Field<Relation>> DefinedObjects() =>
        DefinedShapes.Fields<Relation>(DefinedLevel.Relation, r => r.Objects, (r, v) => r with { Objects = v });

    private static string? KindWord(Relation relation) => relation.Kind switch
    {
        RelationKind.PartitionedTable => "partitioned",
        RelationKind.ForeignTable => "foreign",
        _ => null,
    };

    private static RelationKind KindOf(string? word, RelationKind otherwise) => word switch
    {
        null => RelationKind.Table,
        "partitioned" => RelationKind.PartitionedTable,
        "foreign" => RelationKind.ForeignTable,
        _ => otherwise,
    };
}
