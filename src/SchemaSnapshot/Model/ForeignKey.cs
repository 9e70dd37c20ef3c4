namespace SchemaSnapshot.Model;

/// <summary>A foreign key constraint.</summary>
/// <seealso href="https://www.postgresql.org/docs/current/catalog-pg-constraint.html"/>
public sealed record ForeignKey
{
    /// <summary>The name of the constraint.</summary>
    public required string Name { get; init; }

    /// <summary>The referencing columns, in order.</summary>
    public required ValueList<string> Columns { get; init; }

    /// <summary>The schema of the referenced table.</summary>
    public required string ForeignSchema { get; init; }

    /// <summary>The referenced table.</summary>
    public required string ForeignTable { get; init; }

    /// <summary>The referenced columns, in the order of <see cref="Columns"/>.</summary>
    public required ValueList<string> ForeignColumns { get; init; }

    /// <summary>What a deletion does where it is not <c>no action</c>: <c>restrict</c>, <c>cascade</c>, <c>set null</c>, <c>set default</c>.</summary>
    public string? OnDelete { get; init; }

    /// <summary>The columns that <c>on delete set null</c> or <c>set default</c> is limited to (PostgreSQL 15).</summary>
    public ValueList<string> OnDeleteColumns { get; init; } = [];

    /// <summary>What an update does where it is not <c>no action</c>.</summary>
    public string? OnUpdate { get; init; }

    /// <summary>The match type where it is not <c>simple</c>: <c>full</c>.</summary>
    public string? Match { get; init; }

    /// <summary>Whether the last column pair is compared by containment (<c>PERIOD</c>, PostgreSQL 18).</summary>
    public bool Period { get; init; }

    /// <summary>Whether it may be deferred.</summary>
    public bool Deferrable { get; init; }

    /// <summary>Whether it is deferred at the start of a transaction.</summary>
    public bool InitiallyDeferred { get; init; }

    /// <summary>Whether existing rows were not checked.</summary>
    public bool NotValid { get; init; }

    /// <summary>Whether it is not enforced (PostgreSQL 18).</summary>
    public bool NotEnforced { get; init; }

    /// <summary>Whether it comes from a partitioned table alone.</summary>
    public bool Inherited { get; init; }

    /// <summary>What <c>pg_get_constraintdef</c> gives.</summary>
    public required string Definition { get; init; }

    /// <summary>The comment on the constraint.</summary>
    public string? Comment { get; init; }
}
