namespace SchemaSnapshot.UnitTests.Documentation;

/// <summary>The files of the repository that tests hold in step with the code.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The text of a file, by its path from the root.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>Writes a file, by its path from the root.</summary>
    public static void Write(string path, string text) => File.WriteAllText(Path.Combine(Root, path), text);

    /// <summary>The files of a folder by their paths from the root, in ordinal order.</summary>
    public static IEnumerable<string> Files(string folder, params string[] patterns) =>
        patterns.SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern))
            .Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal);

    private static string FindRoot(DirectoryInfo? directory)
    {
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "SchemaSnapshot.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The tests do not run inside of the repository.");
    }
}
