namespace SchemaSnapshot.Tasks.Sources;

/// <summary>A script cannot be split.</summary>
/// <param name="problem">What is wrong.</param>
/// <param name="offset">Where.</param>
internal sealed class SqlScanException(string problem, int offset) : Exception(problem)
{
    /// <summary>Where in the script.</summary>
    public int Offset { get; } = offset;
}
