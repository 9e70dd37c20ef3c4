namespace SchemaSnapshot.Model;

/// <summary>A sequence that does not belong to an identity column.</summary>
/// <seealso href="https://www.postgresql.org/docs/current/catalog-pg-sequence.html"/>
public sealed record Sequence
{
    /// <summary>The name of the sequence.</summary>
    public required string Name { get; init; }

    /// <summary>The type: <c>smallint</c>, <c>integer</c> or <c>bigint</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The first value.</summary>
    public long Start { get; init; }

    /// <summary>The step.</summary>
    public long Increment { get; init; }

    /// <summary>The least value.</summary>
    public long Minimum { get; init; }

    /// <summary>The greatest value.</summary>
    public long Maximum { get; init; }

    /// <summary>How many values a session takes at once.</summary>
    public long Cache { get; init; }

    /// <summary>Whether it starts again when it is exhausted.</summary>
    public bool Cycle { get; init; }

    /// <summary>Whether it is unlogged (PostgreSQL 15).</summary>
    public bool Unlogged { get; init; }

    /// <summary>The table whose column owns it.</summary>
    public ObjectReference? OwnedBy { get; init; }

    /// <summary>The column that owns it.</summary>
    public string? OwnedByColumn { get; init; }

    /// <summary>The comment on the sequence.</summary>
    public string? Comment { get; init; }
}
