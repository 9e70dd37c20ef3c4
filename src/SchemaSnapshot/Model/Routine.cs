namespace SchemaSnapshot.Model;

/// <summary>A function, procedure, aggregate or window function.</summary>
/// <seealso href="https://www.postgresql.org/docs/current/catalog-pg-proc.html"/>
public sealed record Routine
{
    /// <summary>The name and the types of the input arguments, which identify it: <c>add(integer, integer)</c>.</summary>
    public required string Signature { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The comment on the routine.</summary>
    public string? Comment { get; init; }

    /// <summary>The arguments with modes, names, types and defaults (<c>pg_get_function_arguments</c>).</summary>
    public string Arguments { get; init; } = "";

    /// <summary>The result (<c>pg_get_function_result</c>); null for a procedure.</summary>
    public string? Result { get; init; }

    /// <summary>The language.</summary>
    public required string Language { get; init; }

    /// <summary><c>immutable</c>, <c>stable</c> or <c>volatile</c>.</summary>
    public required string Volatility { get; init; }

    /// <summary>Whether it runs with the rights of its owner.</summary>
    public bool SecurityDefiner { get; init; }

    /// <summary>Whether it gives null when an argument is null, without being called.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether it tells nothing of its arguments but by its result.</summary>
    public bool Leakproof { get; init; }

    /// <summary><c>safe</c> or <c>restricted</c>; null for <c>unsafe</c>.</summary>
    public string? Parallel { get; init; }

    /// <summary>The settings it runs with: <c>search_path=''</c>.</summary>
    public string? Configuration { get; init; }

    /// <summary>The whole <c>CREATE</c> statement, body included.</summary>
    public required string Definition { get; init; }

    /// <summary>The objects that its arguments, result and body (where PostgreSQL knows it) need.</summary>
    public ValueList<ObjectReference> DependsOn { get; init; } = [];
}
