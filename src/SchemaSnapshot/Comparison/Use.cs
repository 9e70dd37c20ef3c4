namespace SchemaSnapshot.Comparison;

/// <summary>What a project says that it uses.</summary>
/// <param name="Objects">The relations, routines, types and other objects of schemas.</param>
/// <param name="Access">How it uses them.</param>
public sealed record Use(QualifiedGlob Objects, Access Access)
{
    /// <summary>Reads the pattern of a use.</summary>
    /// <param name="objects">The pattern: <c>sales.orders</c>, <c>sales.*</c>.</param>
    /// <param name="access">How they are used.</param>
    /// <exception cref="Diagnostics.SnapshotException">It is no pattern.</exception>
    public Use(string objects, Access access = Access.Both)
        : this(QualifiedGlob.Parse(objects), access)
    {
    }
}
