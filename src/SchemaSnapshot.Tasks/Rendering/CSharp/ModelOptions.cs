using SchemaSnapshot.Comparison;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>What a project asks of its models.</summary>
internal sealed record ModelOptions
{
    /// <summary>The kind of types.</summary>
    public ModelFlavour Flavour { get; init; }

    /// <summary>The namespace of the schema <c>public</c>; the other schemas have one below it.</summary>
    public required string Namespace { get; init; }

    /// <summary>The name of the context of Entity Framework.</summary>
    public string Context { get; init; } = "DatabaseContext";

    /// <summary>Which part of the snapshot there are models of.</summary>
    public SnapshotScope Scope { get; init; } = SnapshotScope.Everything;

    /// <summary>The names that the project gives.</summary>
    public GivenNames Names { get; init; } = GivenNames.None;

    /// <summary>The objects whose end is accepted but not yet taken in.</summary>
    public Farewells Farewells { get; init; } = Farewells.None;

    /// <summary>Whether the project refers to Npgsql; without it the models know nothing of the driver.</summary>
    public bool HasNpgsql { get; init; }
}
