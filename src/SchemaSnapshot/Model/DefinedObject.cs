namespace SchemaSnapshot.Model;

/// <summary>An object of a <see cref="DefinedKind"/>: its name, its definition, and what the definition does not say.</summary>
public sealed record DefinedObject
{
    /// <summary>The kind.</summary>
    public required DefinedKind Kind { get; init; }

    /// <summary>The name, unique among the objects of its kind with the same parent; with argument types where those belong to it.</summary>
    public required string Name { get; init; }

    /// <summary>The statement that makes it, in the server's canonical form.</summary>
    public required string Definition { get; init; }

    /// <summary>What the definition does not say, in a fixed order: a trigger's enable state, an extension's version…</summary>
    public ValueList<ObjectProperty> Properties { get; init; } = [];

    /// <summary>The comment on the object.</summary>
    public string? Comment { get; init; }

    /// <summary>The other objects of the snapshot that it needs.</summary>
    public ValueList<ObjectReference> DependsOn { get; init; } = [];
}
