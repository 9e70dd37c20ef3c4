using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Drift;

/// <summary>All cases.</summary>
internal static class DriftCases
{
    /// <summary>The cases by the names of file and case.</summary>
    public static IReadOnlyDictionary<string, DriftCase> All { get; } = Read();

    private static Dictionary<string, DriftCase> Read()
    {
        var cases = new Dictionary<string, DriftCase>(StringComparer.Ordinal);
        var folder = Path.Combine(Repository.Root, "tests", "SchemaSnapshot.DatabaseTests", "Drift", "Cases");
        foreach (var file in Directory.GetFiles(folder, "*.sql").Order(StringComparer.Ordinal))
        {
            foreach (var item in DriftCase.Parse(File.ReadAllText(file)))
            {
                cases.Add($"{Path.GetFileNameWithoutExtension(file)}: {item.Name}", item);
            }
        }

        return cases;
    }
}
