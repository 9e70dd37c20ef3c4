namespace SchemaSnapshot.DatabaseTests.Migration;

/// <summary>A table with its rows, as text.</summary>
/// <param name="Name">The name, qualified and quoted.</param>
/// <param name="Path">The names of schema and table.</param>
/// <param name="Only">The word that leaves out the rows of tables that inherit from it; none for a partitioned table, which has no others.</param>
/// <param name="Partitions">The names of its partitions and of theirs.</param>
internal sealed record StoredTable(string Name, List<string> Path, string Only, string[] Partitions)
{
    /// <summary>The columns.</summary>
    public List<StoredColumn> Columns { get; } = [];

    /// <summary>The rows, each with its columns' values.</summary>
    public List<object?[]> Rows { get; set; } = [];
}
