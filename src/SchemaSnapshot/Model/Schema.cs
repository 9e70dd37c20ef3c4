namespace SchemaSnapshot.Model;

/// <summary>A schema: a namespace of a database.</summary>
/// <seealso href="https://www.postgresql.org/docs/current/ddl-schemas.html"/>
public sealed record Schema
{
    /// <summary>The name of the schema.</summary>
    public required string Name { get; init; }

    /// <summary>The comment on the schema.</summary>
    public string? Comment { get; init; }

    /// <summary>Plain, partitioned and foreign tables, partitions among them.</summary>
    public ValueList<Relation> Tables { get; init; } = [];

    /// <summary>Views.</summary>
    public ValueList<Relation> Views { get; init; } = [];

    /// <summary>Materialized views.</summary>
    public ValueList<Relation> MaterializedViews { get; init; } = [];

    /// <summary>Sequences, without those that belong to an identity column.</summary>
    public ValueList<Sequence> Sequences { get; init; } = [];

    /// <summary>Enum types.</summary>
    public ValueList<EnumType> Enums { get; init; } = [];

    /// <summary>Domains.</summary>
    public ValueList<DomainType> Domains { get; init; } = [];

    /// <summary>Free-standing composite types.</summary>
    public ValueList<CompositeType> CompositeTypes { get; init; } = [];

    /// <summary>Range types.</summary>
    public ValueList<RangeType> RangeTypes { get; init; } = [];

    /// <summary>Plain functions.</summary>
    public ValueList<Routine> Functions { get; init; } = [];

    /// <summary>Procedures.</summary>
    public ValueList<Routine> Procedures { get; init; } = [];

    /// <summary>Aggregate functions.</summary>
    public ValueList<Routine> Aggregates { get; init; } = [];

    /// <summary>Window functions.</summary>
    public ValueList<Routine> WindowFunctions { get; init; } = [];

    /// <summary>The schema's objects of the kinds in <see cref="DefinedKind"/>.</summary>
    public ValueList<DefinedObject> Objects { get; init; } = [];

    /// <summary>All relations: tables, views and materialized views.</summary>
    public IEnumerable<Relation> Relations => Tables.Concat(Views).Concat(MaterializedViews);

    /// <summary>All routines of the four kinds.</summary>
    public IEnumerable<Routine> Routines => Functions.Concat(Procedures).Concat(Aggregates).Concat(WindowFunctions);
}
