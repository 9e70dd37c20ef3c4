using SchemaSnapshot.Benchmarks.Measuring;
using SchemaSnapshot.Benchmarks.Synthetic;

namespace SchemaSnapshot.Benchmarks.Builds;

/// <summary>What the package adds to the build of a small project that is up to date.</summary>
internal static class BuildOverhead
{
    private const int Tables = 64;
    private const int Runs = 9;
    private const int Turns = 21;

    private const string Reference = $"""<PackageReference Include="SchemaSnapshot.Sdk" Version="{Packages.Version}" />""";

    /// <summary>Measures the ways to build.</summary>
    public static async Task<MarkdownTable> MeasureAsync(BenchmarkServer server)
    {
        using var packages = new Packages();
        await packages.PackAsync().ConfigureAwait(false);
        var live = await server.CreateAsync("live", SyntheticSchema.Statements(Tables)).ConfigureAwait(false);
        var plain = new Project(packages, "Plain", "");
        var scripts = new Project(packages, "Scripts", $"""{Reference}<SchemaSnapshotScript Include="schema.sql" />""")
            .Write("schema.sql", string.Concat(SyntheticSchema.Statements(Tables)));
        var offline = new Project(packages, "Offline", Reference);
        (string Name, Project Project)[] projects =
        [
            ("without the package", plain),
            ("from scripts, unchanged", scripts),
            ("offline", offline),
            ("live, unchanged", new Project(packages, "Live", Reference, live)),
        ];
        var table = new MarkdownTable("build, nothing to do", "cold process", "more", "build server", "more");
        foreach (var (_, project) in projects)
        {
            if (project == offline)
            {
                offline.CopySnapshot(scripts);
            }

            await project.PrepareAsync().ConfigureAwait(false);
        }

        var cold = await InTurnsAsync(projects, project => project.BuildAsync()).ConfigureAwait(false);
        var warm = await InTurnsAsync(projects, project => project.InServer().BuildAsync()).ConfigureAwait(false);
        for (var i = 0; i < projects.Length; i++)
        {
            table.Add(projects[i].Name, MarkdownTable.Time(cold[i]), More(cold, i), MarkdownTable.Time(warm[i]), More(warm, i));
        }

        await AddExportAsync(table, $"`-t:SchemaSnapshotExport` of {Tables} tables from scripts", scripts).ConfigureAwait(false);
        if (Directory.Exists(FromScripts.Memory))
        {
            await AddExportAsync(table, $"the same, `TMPDIR={FromScripts.Memory}`", scripts.With("TMPDIR", FromScripts.Memory)).ConfigureAwait(false);
        }

        await Programs.RunAsync("dotnet", ["build-server", "shutdown", "--msbuild"]).ConfigureAwait(false);
        return table;
    }

    private static async Task AddExportAsync(MarkdownTable table, string name, Project project)
    {
        var cold = await Sample.OfAsync(Runs, project.ExportAsync).ConfigureAwait(false);
        var warm = await Sample.OfAsync(Runs, project.InServer().ExportAsync).ConfigureAwait(false);
        table.Add(name, MarkdownTable.Time(cold.Time), "", MarkdownTable.Time(warm.Time), "");
    }

    /// <summary>
    /// Measures alternately, so that what else happens on the machine happens to all, and each time in another order: what one build leaves
    /// behind is paid for by the one after it.
    /// </summary>
    private static async Task<List<TimeSpan>> InTurnsAsync((string Name, Project Project)[] projects, Func<Project, Task> build)
    {
        var times = projects.Select(_ => new List<TimeSpan>()).ToList();
        var order = Enumerable.Range(0, projects.Length).ToArray();
        var random = new Random(1);
        for (var run = -1; run < Turns; run++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var sample = await Sample.ColdAsync(1, () => build(projects[i].Project)).ConfigureAwait(false);
                if (run >= 0)
                {
                    times[i].Add(sample.Time);
                }
            }
        }

        return [.. times.Select(runs => runs.Order().ElementAt(runs.Count / 2))];
    }

    private static string More(List<TimeSpan> times, int i) => i == 0 ? "" : MarkdownTable.Time(times[i] - times[0]);
}
