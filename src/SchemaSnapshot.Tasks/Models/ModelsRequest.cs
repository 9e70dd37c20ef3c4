using SchemaSnapshot.Comparison;
using SchemaSnapshot.Tasks.Rendering.CSharp;

namespace SchemaSnapshot.Tasks.Models;

/// <summary>What a project asks for, understood.</summary>
internal sealed record ModelsRequest
{
    /// <summary>What the models are to be like; names and farewells are still to come.</summary>
    public required ModelOptions Options { get; init; }

    /// <summary>The names that the project gives.</summary>
    public IReadOnlyList<(string Object, string Name)> Names { get; init; } = [];

    /// <summary>The renames that the project declares.</summary>
    public IReadOnlyList<DeclaredRename> Renames { get; init; } = [];

    /// <summary>The snapshot file, absolute.</summary>
    public required string Map { get; init; }

    /// <summary>The file with the changes that people have let pass, absolute.</summary>
    public required string Acceptances { get; init; }

    /// <summary>The folder of the models, absolute.</summary>
    public required string Directory { get; init; }

    /// <summary>Where it is remembered what the models were made of, absolute.</summary>
    public required string Stamp { get; init; }

    /// <summary>Whether the folder is committed and must stay as it is, so that a difference is only told.</summary>
    public bool IsVerifying { get; init; }

    /// <summary>All that the models depend on but files, as one text.</summary>
    public required string Fingerprint { get; init; }
}
