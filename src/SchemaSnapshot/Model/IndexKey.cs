namespace SchemaSnapshot.Model;

/// <summary>One key of an index: a column or an expression.</summary>
public sealed record IndexKey
{
    /// <summary>The column, or null where the key is an expression.</summary>
    public string? Column { get; init; }

    /// <summary>The expression, or null where the key is a column.</summary>
    public string? Expression { get; init; }

    /// <summary>The collation where it is not the column's own.</summary>
    public string? Collation { get; init; }

    /// <summary>The operator class where it is not the type's default one.</summary>
    public string? OperatorClass { get; init; }

    /// <summary>The options of the operator class.</summary>
    public string? OperatorClassOptions { get; init; }

    /// <summary>Whether the order is descending.</summary>
    public bool Descending { get; init; }

    /// <summary><c>first</c> or <c>last</c> where that is not what the direction implies.</summary>
    public string? Nulls { get; init; }

    /// <summary>The statistics target of an expression where one is set.</summary>
    public long? StatisticsTarget { get; init; }
}
