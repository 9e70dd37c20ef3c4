namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>What kind of types is generated; the values of <c>SchemaSnapshotModels</c>.</summary>
internal enum ModelFlavour
{
    /// <summary>Immutable records.</summary>
    Records,

    /// <summary>Mutable classes.</summary>
    Classes,

    /// <summary>Mutable classes with navigations, and a context with their whole configuration.</summary>
    EntityFramework,
}
