namespace SchemaSnapshot.Tasks.Export;

/// <summary>One of several databases that are to have the schema of the baseline.</summary>
/// <param name="Name">Its name, which reports and their files carry.</param>
/// <param name="ConnectionVariable">The environment variable that holds its connection.</param>
internal sealed record NamedEnvironment(string Name, string ConnectionVariable);
