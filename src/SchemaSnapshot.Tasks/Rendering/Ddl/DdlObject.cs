using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>The smallest thing that DDL creates and drops by itself.</summary>
internal sealed record DdlObject
{
    /// <summary>The keys and names that lead to it in the schema map: <c>schemas, sales, tables, orders, indexes, orders_idx</c>.</summary>
    public required ValueList<string> Path { get; init; }

    /// <summary>PostgreSQL's word for what it is: <c>table</c>, <c>index</c>, <c>foreign key</c>…</summary>
    public required string Kind { get; init; }

    /// <summary>Its name, qualified and quoted, for messages and comments.</summary>
    public required string Name { get; init; }

    /// <summary>The record of the model that it is made of.</summary>
    public required object Record { get; init; }

    /// <summary>Where it stands among objects that do not need each other.</summary>
    public required DdlGroup Group { get; init; }

    /// <summary>The statements that make it with all that belongs to it alone, in order, without the final semicolon.</summary>
    public required ValueList<string> Create { get; init; }

    /// <summary>The statement that drops it, without <c>CASCADE</c>; null where it goes with its owner only.</summary>
    public string? Drop { get; init; }

    /// <summary>The path of the object that it goes away with; empty where there is none.</summary>
    public ValueList<string> Owner { get; init; } = [];

    /// <summary>The paths of what must exist before it, the owner included.</summary>
    public ValueList<ValueList<string>> Needs { get; init; } = [];

    /// <summary>The paths of what it comes after where both are made, though it can be without.</summary>
    public ValueList<ValueList<string>> After { get; init; } = [];
}
