using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>All that is generated, before it is written: types with their names and members.</summary>
/// <param name="Options">What the project asks for.</param>
/// <param name="Snapshot">The whole snapshot.</param>
/// <param name="Names">The names of all types.</param>
internal sealed record ModelSet(ModelOptions Options, DatabaseSnapshot Snapshot, ModelNames Names)
{
    /// <summary>Tables, views and materialized views, in ordinal order.</summary>
    public required ValueList<ModelRelation> Relations { get; init; }

    /// <summary>Enums, in ordinal order.</summary>
    public required ValueList<ModelEnum> Enums { get; init; }

    /// <summary>Composite types, in ordinal order.</summary>
    public required ValueList<ModelComposite> Composites { get; init; }

    /// <summary>Range types that members are of, or arrays or multiranges of them.</summary>
    public required ValueList<(RelationKey Key, RangeType Range, CSharpType Subtype)> Ranges { get; init; }
}
