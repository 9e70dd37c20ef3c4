namespace SchemaSnapshot.Comparison;

/// <summary>What a project says that it uses.</summary>
/// <param name="Objects">The relations, routines, types and other objects of schemas.</param>
/// <param name="Access">How it uses them.</param>
public sealed record Use(QualifiedGlob Objects, Access Access);
