namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>What the assemblers share.</summary>
/// <param name="Rows">The rows of all queries.</param>
/// <param name="Options">What is read.</param>
/// <param name="Objects">The objects by what identifies them in the catalogs.</param>
/// <param name="Columns">The columns by their numbers.</param>
/// <param name="Comments">The comments.</param>
/// <param name="Dependencies">The dependencies.</param>
internal sealed record AssemblyContext(
    CatalogRows Rows, CatalogOptions Options, ObjectDirectory Objects, ColumnNumbers Columns, Comments Comments, Dependencies Dependencies)
{
    public static AssemblyContext Of(CatalogRows rows, CatalogOptions options)
    {
        var objects = new ObjectDirectory(rows);
        return new AssemblyContext(rows, options, objects, new ColumnNumbers(rows), new Comments(rows), new Dependencies(rows, objects));
    }
}
