namespace SchemaSnapshot.Model;

/// <summary>A table of any kind, a view or a materialized view.</summary>
/// <seealso href="https://www.postgresql.org/docs/current/catalog-pg-class.html"/>
public sealed record Relation
{
    /// <summary>The name of the relation.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of relation it is.</summary>
    public RelationKind Kind { get; init; }

    /// <summary>The comment on the relation.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether the table is unlogged.</summary>
    public bool Unlogged { get; init; }

    /// <summary>The composite type a typed table is of.</summary>
    public ObjectReference? OfType { get; init; }

    /// <summary>The partition key, as <c>pg_get_partkeydef</c> gives it: <c>RANGE (placed_at)</c>.</summary>
    public string? PartitionKey { get; init; }

    /// <summary>The partitioned table that this is a partition of.</summary>
    public ObjectReference? PartitionOf { get; init; }

    /// <summary>The bound of a partition: <c>FOR VALUES FROM (…) TO (…)</c>.</summary>
    public string? PartitionBound { get; init; }

    /// <summary>The tables it inherits from, in order; a partition's parent is not among them.</summary>
    public ValueList<ObjectReference> Inherits { get; init; } = [];

    /// <summary>The access method where it is not <c>heap</c>.</summary>
    public string? AccessMethod { get; init; }

    /// <summary>The tablespace where it is not the database's default.</summary>
    public string? Tablespace { get; init; }

    /// <summary>Storage parameters or view options: <c>fillfactor=70, autovacuum_enabled=false</c>.</summary>
    public string? Options { get; init; }

    /// <summary>The replica identity where it is not the default: <c>full</c>, <c>nothing</c> or <c>index NAME</c>.</summary>
    public string? ReplicaIdentity { get; init; }

    /// <summary>The index that the table was last clustered on.</summary>
    public string? ClusteredOn { get; init; }

    /// <summary>Whether row-level security is on.</summary>
    public bool RowSecurity { get; init; }

    /// <summary>Whether row-level security also holds for the owner.</summary>
    public bool ForceRowSecurity { get; init; }

    /// <summary>The foreign server of a foreign table.</summary>
    public string? Server { get; init; }

    /// <summary>The options of a foreign table as SQL: <c>schema_name 'x', table_name 'y'</c>.</summary>
    public string? ForeignOptions { get; init; }

    /// <summary>The columns, in the order of the table.</summary>
    public ValueList<Column> Columns { get; init; } = [];

    /// <summary>The primary key.</summary>
    public Constraint? PrimaryKey { get; init; }

    /// <summary>Unique constraints.</summary>
    public ValueList<Constraint> UniqueConstraints { get; init; } = [];

    /// <summary>Check constraints.</summary>
    public ValueList<Constraint> CheckConstraints { get; init; } = [];

    /// <summary>Exclusion constraints.</summary>
    public ValueList<Constraint> ExclusionConstraints { get; init; } = [];

    /// <summary>
    /// Not-null constraints that say more than their column's nullability: a name that is not the default one,
    /// <c>NO INHERIT</c>, <c>NOT VALID</c> or a comment. PostgreSQL 18 and later.
    /// </summary>
    public ValueList<Constraint> NotNullConstraints { get; init; } = [];

    /// <summary>Foreign keys.</summary>
    public ValueList<ForeignKey> ForeignKeys { get; init; } = [];

    /// <summary>Indexes, without those that belong to a constraint.</summary>
    public ValueList<Index> Indexes { get; init; } = [];

    /// <summary>The relation's objects of the kinds in <see cref="DefinedKind"/>: triggers, rules, policies, privileges.</summary>
    public ValueList<DefinedObject> Objects { get; init; } = [];

    /// <summary>The query of a view or materialized view, as <c>pg_get_viewdef</c> gives it.</summary>
    public string? Definition { get; init; }

    /// <summary>The number of rows: PostgreSQL's estimate or a count; null where it is unknown. Volatile.</summary>
    public long? RowCount { get; init; }

    /// <summary>The other objects of the snapshot that the relation itself needs.</summary>
    public ValueList<ObjectReference> DependsOn { get; init; } = [];
}
