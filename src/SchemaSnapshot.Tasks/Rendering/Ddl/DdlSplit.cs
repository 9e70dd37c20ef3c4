using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>An object that is made in two steps.</summary>
/// <param name="Objects">The steps.</param>
/// <param name="StandIn">The path of what the others of the circle need in place of the object; null for the object's own path.</param>
internal sealed record DdlSplit(IReadOnlyList<DdlObject> Objects, ValueList<string>? StandIn = null);
