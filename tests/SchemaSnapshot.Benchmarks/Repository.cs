namespace SchemaSnapshot.Benchmarks;

/// <summary>The working tree that this program was built from.</summary>
internal static class Repository
{
    /// <summary>Its root.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SchemaSnapshot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"'{AppContext.BaseDirectory}' is not below the repository.");
        }

        return folder.FullName;
    }
}
