using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>Lets a sequence go on behind the values that a column has already.</summary>
internal static class SequenceValue
{
    /// <summary>For the sequence of an identity column.</summary>
    /// <param name="table">The table, qualified and quoted.</param>
    /// <param name="column">The column.</param>
    public static MigrationStatement AfterIdentity(string table, string column) =>
        After(table, column, $"pg_get_serial_sequence({SqlText.Literal(table)}, {SqlText.Literal(column)})");

    /// <summary>For any sequence.</summary>
    /// <param name="table">The table, qualified and quoted.</param>
    /// <param name="column">The column.</param>
    /// <param name="sequence">An expression that gives the sequence.</param>
    public static MigrationStatement After(string table, string column, string sequence)
    {
        var name = SqlText.Name(column);
        return new MigrationStatement($"SELECT setval({sequence}, max({name})) FROM {table} HAVING max({name}) > 0");
    }
}
