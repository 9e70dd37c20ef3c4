namespace SchemaSnapshot.Model;

/// <summary>A primary key, unique, check, exclusion or not-null constraint.</summary>
/// <seealso href="https://www.postgresql.org/docs/current/catalog-pg-constraint.html"/>
public sealed record Constraint
{
    /// <summary>The name of the constraint.</summary>
    public required string Name { get; init; }

    /// <summary>The columns it is about, in order; empty where it is about none or only about expressions.</summary>
    public ValueList<string> Columns { get; init; } = [];

    /// <summary>The columns that its index only carries along.</summary>
    public ValueList<string> Include { get; init; } = [];

    /// <summary>Whether nulls count as equal.</summary>
    public bool NullsNotDistinct { get; init; }

    /// <summary>Whether the last column is compared by overlap (<c>WITHOUT OVERLAPS</c>, PostgreSQL 18).</summary>
    public bool WithoutOverlaps { get; init; }

    /// <summary>Whether it may be deferred.</summary>
    public bool Deferrable { get; init; }

    /// <summary>Whether it is deferred at the start of a transaction.</summary>
    public bool InitiallyDeferred { get; init; }

    /// <summary>Whether existing rows were not checked.</summary>
    public bool NotValid { get; init; }

    /// <summary>Whether it is not enforced (PostgreSQL 18).</summary>
    public bool NotEnforced { get; init; }

    /// <summary>Whether child tables do not inherit it.</summary>
    public bool NoInherit { get; init; }

    /// <summary>Whether it comes from a parent table alone.</summary>
    public bool Inherited { get; init; }

    /// <summary>Storage parameters of its index.</summary>
    public string? Options { get; init; }

    /// <summary>The tablespace of its index where it is not the database's default.</summary>
    public string? Tablespace { get; init; }

    /// <summary>What <c>pg_get_constraintdef</c> gives: <c>CHECK ((price &gt; 0))</c>.</summary>
    public required string Definition { get; init; }

    /// <summary>The comment on the constraint.</summary>
    public string? Comment { get; init; }

    /// <summary>The objects that its expression needs.</summary>
    public ValueList<ObjectReference> DependsOn { get; init; } = [];
}
