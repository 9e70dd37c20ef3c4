namespace SchemaSnapshot.DatabaseTests.Migration;

/// <summary>What a migration did to the rows.</summary>
/// <param name="Sql">The generated statements.</param>
/// <param name="RowsBefore">The rows before.</param>
/// <param name="RowsAfter">The rows after; null where they had to be taken out.</param>
/// <param name="Compared">How many values before and after were found to be the same.</param>
/// <param name="Left">The columns whose values could not be compared.</param>
/// <param name="Obstacle">What the server said of the rows that stood in the way, or null.</param>
internal sealed record MigrationOutcome(string Sql, StoredRows RowsBefore, StoredRows? RowsAfter, int Compared, IReadOnlyList<string> Left, string? Obstacle)
{
    /// <summary>The rows of all tables before.</summary>
    public long Before => RowsBefore.Count;

    /// <summary>The rows of all tables after.</summary>
    public long After => RowsAfter?.Count ?? 0;
}
