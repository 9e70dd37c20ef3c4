namespace SchemaSnapshot.Serialization;

/// <summary>A place in a text file as editors count: both from 1, columns in UTF-16 units.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
internal readonly record struct FilePosition(int Line, int Column);
