using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>The tables that a foreign key ties together before the migration.</summary>
/// <param name="Item">The key among the objects of the migration.</param>
/// <param name="Key">What it says.</param>
/// <param name="Table">The table that has it.</param>
/// <param name="Other">The table that it references.</param>
internal sealed record LinkedTables(MigrationObject Item, ForeignKey Key, MigrationObject Table, MigrationObject Other)
{
    /// <summary>Both tables, or the one that references itself.</summary>
    public IEnumerable<MigrationObject> Ends => Table == Other ? [Table] : [Table, Other];
}
