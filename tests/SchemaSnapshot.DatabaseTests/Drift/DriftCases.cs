using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Drift;

/// <summary>All cases.</summary>
internal static class DriftCases
{
    /// <summary>The cases by the names of file and case.</summary>
    public static IReadOnlyDictionary<string, DriftCase> All { get; } = In("Drift");

    /// <summary>The cases that a folder of the tests has, by the names of file and case.</summary>
    public static Dictionary<string, DriftCase> In(string folder)
    {
        var cases = new Dictionary<string, DriftCase>(StringComparer.Ordinal);
        var path = Path.Combine(Repository.Root, "tests", "SchemaSnapshot.DatabaseTests", folder, "Cases");
        foreach (var file in Directory.GetFiles(path, "*.sql").Order(StringComparer.Ordinal))
        {
            foreach (var item in DriftCase.Parse(File.ReadAllText(file)))
            {
                cases.Add($"{Path.GetFileNameWithoutExtension(file)}: {item.Name}", item);
            }
        }

        return cases;
    }
}
