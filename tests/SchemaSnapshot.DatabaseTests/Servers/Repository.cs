using System.Runtime.CompilerServices;

namespace SchemaSnapshot.DatabaseTests.Servers;

/// <summary>Where the repository lies that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>The schemas of real applications, which lie beside the repository; skips the test where they are missing.</summary>
    public static string Corpus(string file)
    {
        var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "corpus", file));
        Assert.SkipUnless(File.Exists(path), $"The real schemas are not beside the repository: no {file} in ../shared/corpus.");
        return path;
    }

    private static string Find([CallerFilePath] string source = "")
    {
        for (var folder = new DirectoryInfo(Path.GetDirectoryName(source)!); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SchemaSnapshot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"{source} lies in no repository.");
    }
}
