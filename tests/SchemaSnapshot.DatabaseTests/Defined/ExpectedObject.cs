namespace SchemaSnapshot.DatabaseTests.Defined;

/// <summary>What is expected of one object of a defined kind.</summary>
/// <param name="Owner">The schema, or schema and relation with a dot between them; empty for what stands in no schema.</param>
/// <param name="Name">The name.</param>
/// <param name="Definition">The definition.</param>
internal sealed record ExpectedObject(string Owner, string Name, string Definition)
{
    public string Properties { get; init; } = "";

    public string? Comment { get; init; }

    /// <summary>The first major version that it is expected of.</summary>
    public int Since { get; init; } = 13;

    /// <summary>The last major version that it is expected of.</summary>
    public int Until { get; init; } = int.MaxValue;

    public bool IsOf(int major) => Since <= major && major <= Until;
}
