namespace SchemaSnapshot.DatabaseTests.Migration;

/// <summary>What a migration did to the rows.</summary>
/// <param name="Sql">The generated statements.</param>
/// <param name="RowsBefore">The rows of each table before.</param>
/// <param name="RowsAfter">The rows after; none where they had to be taken out.</param>
/// <param name="Obstacle">What the server said of the rows that stood in the way, or null.</param>
internal sealed record MigrationOutcome(string Sql, Dictionary<string, long> RowsBefore, Dictionary<string, long> RowsAfter, string? Obstacle)
{
    /// <summary>The rows of all tables before.</summary>
    public long Before => RowsBefore.Values.Sum();

    /// <summary>The rows of all tables after.</summary>
    public long After => RowsAfter.Values.Sum();
}
