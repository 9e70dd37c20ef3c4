using System.Runtime.CompilerServices;

namespace SchemaSnapshot.UnitTests.Serialization;

/// <summary>Knows where files of the repository are.</summary>
internal static class RepositoryFiles
{
    public static string At(string path) => Path.GetFullPath(Path.Combine(Here(), "../../..", path));

    private static string Here([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
}
