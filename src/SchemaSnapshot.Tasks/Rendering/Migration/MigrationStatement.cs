using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>One statement of a migration, and what whoever runs it should know.</summary>
/// <param name="Sql">The statement, without a semicolon at its end.</param>
internal sealed record MigrationStatement(string Sql)
{
    /// <summary>What it does to rows and locks; a line each.</summary>
    public ValueList<string> Notes { get; init; } = [];

    /// <summary>Whether it takes away rows or values that nothing brings back, or is of no use without a statement that does.</summary>
    public bool LosesData { get; init; }

    /// <summary>Whether what follows can only use it once it is committed.</summary>
    public bool NeedsCommit { get; init; }

    /// <summary>The statement with one more note.</summary>
    public MigrationStatement Note(string note) => this with { Notes = [.. Notes, note] };

    /// <summary>The statement, known to lose data.</summary>
    public MigrationStatement Loses(string what) => Note($"loses data: {what}") with { LosesData = true };

    /// <summary>The statement, known to write all rows of a table anew.</summary>
    public MigrationStatement Rewrites(string table) => Note($"rewrites the table {table}").Locks(table);

    /// <summary>The statement, known to shut out all others from tables.</summary>
    public MigrationStatement Locks(params IEnumerable<string> tables) => tables.Any() ? Note($"locks {string.Join(" and ", tables.Distinct())} (ACCESS EXCLUSIVE)") : this;

    /// <summary>The statement, known to keep all others from writing to a table.</summary>
    public MigrationStatement LocksWriting(string table) => Note($"locks {table} against writing (SHARE ROW EXCLUSIVE)");
}
