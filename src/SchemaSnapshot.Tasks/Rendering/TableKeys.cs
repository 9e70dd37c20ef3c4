using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>The sets of columns that identify a row of a table.</summary>
internal static class TableKeys
{
    /// <summary>The primary key, the unique constraints and the unique indexes.</summary>
    public static IEnumerable<ValueList<string>> All(Relation table) =>
        table.PrimaryKey is { WithoutOverlaps: false } primary ? Unique(table).Prepend(primary.Columns) : Unique(table);

    /// <summary>The unique constraints and those unique indexes that are over all rows and over columns alone.</summary>
    public static IEnumerable<ValueList<string>> Unique(Relation table) => table.UniqueConstraints
        .Where(constraint => !constraint.WithoutOverlaps)
        .Select(constraint => constraint.Columns)
        .Concat(table.Indexes
            .Where(index => index is { Unique: true, Invalid: false, Predicate: null } && index.Keys.All(key => key.Column is not null))
            .Select(index => index.Keys.Select(key => key.Column!).ToValueList()));
}
