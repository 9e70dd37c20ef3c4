using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Says what is wrong with a connection string, never what it holds.</summary>
internal static class MalformedConnection
{
    /// <summary>The exception for the string that a variable or file holds.</summary>
    public static SnapshotException In(string origin, string problem) =>
        new(Rules.MalformedConnection.At($"The connection in {origin} cannot be read: {problem}."));
}
