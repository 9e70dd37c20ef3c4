using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>A foreign key with the tables at its two ends.</summary>
/// <param name="Child">The table that has the foreign key.</param>
/// <param name="Parent">The table that it references; it need not be in the snapshot.</param>
/// <param name="Key">The foreign key.</param>
internal sealed record Relationship(RelationKey Child, RelationKey Parent, ForeignKey Key);
