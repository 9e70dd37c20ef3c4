namespace SchemaSnapshot.DatabaseTests.Models;

/// <summary>Something that is said of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">The columns that it is about.</param>
/// <param name="Text">What is said.</param>
internal sealed record Fact(string Table, string[] Columns, string Text)
{
    /// <summary>The line. The provider's reader connects with a search path in which the schema <c>public</c> goes without saying.</summary>
    public string Line => $"{Table} ({string.Join(", ", Columns)}): {Text.Replace("public.", "", StringComparison.Ordinal)}";
}
