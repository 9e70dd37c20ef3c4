using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using SchemaSnapshot.PackageTests.Export;
using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>
/// Many builds at once: half of them share a snapshot and a database, half a snapshot, scripts, and an ephemeral server's template that is not
/// there yet. <c>SCHEMASNAPSHOT_TEST_FULL=1</c> gives each a process of its own, and has them all once more without killing any.
/// </summary>
[SupportedOSPlatform("linux")] // But for the tests, which skip themselves elsewhere.
public sealed partial class CrowdTests(PackedPackages packages, LiveServer server, ITestOutputHelper output) : ExporterFolder
{
    private const int Builds = 16;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly string[] Made = ["schema_map.json", "SCHEMA_REFERENCE.md", "SCHEMA_DIAGRAM.md", "schema.sql", "SCHEMA_CHANGELOG.md"];

    private readonly HashSet<(string File, string Text)> whole = [];

    private static bool IsFull => Environment.GetEnvironmentVariable("SCHEMASNAPSHOT_TEST_FULL") is { Length: > 0 };

    private static IReadOnlyList<int[]> Crowd => [.. Enumerable.Range(0, Builds).Chunk(IsFull ? 1 : 4)];

    [Fact]
    public async Task Builds_at_once_of_which_half_are_killed_leave_whole_files_and_after_the_next_one_nothing_else()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked up in /proc.");
        var place = await CrowdPlace.MakeAsync(Root);
        await using var database = await server.CreateAsync("CREATE TABLE orders (id bigint)");
        await File.WriteAllTextAsync(Path.Combine(place.Live, ".env"), BuildChild.EnvFileOf(database.Uri + "?connect_timeout=30"), Token);
        var files = new[] { place.Live, place.Scripts }.SelectMany(project => Made.Select(file => Path.Combine(project, "schema", file))).Order().ToList();
        using var watch = new FileWatch(files);

        await ChangeAsync(place, database, 1);
        if (IsFull)
        {
            await Task.WhenAll(Crowd.Select(projects => BuildAsync(place, projects)));
            await NothingIsLeftAsync(place);
        }

        await BuildAloneAsync(place, files);
        await ChangeAsync(place, database, 2);
        Directory.Delete(place.Cache, recursive: true);
        await BuildOrKillAsync(place);
        await BuildAloneAsync(place, files);
        var left = Age(place);

        // What was left of a file is taken away when that file changes.
        await ChangeAsync(place, database, 3);
        await BuildAloneAsync(place, files);
        await NothingIsLeftAsync(place);
        Assert.Equal(files, new[] { place.Live, place.Scripts }.SelectMany(project => Directory.EnumerateFiles(Path.Combine(project, "schema"))).Order());
        Assert.Single(Directory.GetDirectories(place.Cache));

        Assert.All(watch.Seen, seen => Assert.Contains((seen.File, Lasting(seen.Text)), whole));
        output.WriteLine(
            $"Of {Builds} builds at once half were killed and left {left} temporary files, which the next took away; {watch.Seen.Count} states of {files.Count} files were seen, all whole.");
    }

    [Fact]
    public async Task Real_builds_at_once_of_projects_that_share_scripts_and_a_snapshot_succeed_and_leave_nothing()
    {
        Assert.SkipUnless(IsFull && OperatingSystem.IsLinux(), "It takes long: SCHEMASNAPSHOT_TEST_FULL=1 runs it, on Linux.");
        var place = await CrowdPlace.MakeAsync(Root);
        await File.WriteAllTextAsync(Path.Combine(place.Scripts, "db", "1.sql"), "CREATE TABLE orders (id bigint)", Token);
        var sandboxes = Enumerable.Range(0, 4).Select(number => new Sandbox(packages, test: $"Real{number}") { ["TMPDIR"] = place.Temporary }.WriteProject(
            $"<SchemaSnapshotDirectory>{place.Scripts}/schema</SchemaSnapshotDirectory>", $"""<SchemaSnapshotScript Include="{place.Scripts}/db/*.sql" />""")).ToList();
        foreach (var sandbox in sandboxes)
        {
            (await sandbox.RunAsync("restore")).Succeeded();
        }

        using var watch = new FileWatch([.. Made.Select(file => Path.Combine(place.Scripts, "schema", file))]);
        var time = Stopwatch.StartNew();
        var builds = await Task.WhenAll(sandboxes.Select(sandbox => sandbox.RunAsync("build", "--no-restore")));

        Assert.All(builds, build => Assert.Empty(build.Succeeded().Warnings));
        await NothingIsLeftAsync(place);
        Assert.Equal(4, watch.Seen.Count);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{builds.Length} builds at once took {time.Elapsed.TotalSeconds:0.0} s; each file was seen in one state."));
    }

    /// <summary>Another table for the database and the scripts.</summary>
    private static async Task ChangeAsync(CrowdPlace place, LiveDatabase database, int number)
    {
        var columns = string.Join(", ", Enumerable.Range(0, 200).Select(column => $"c{column} bigint"));
        var sql = $"CREATE TABLE orders_{number} ({columns})";
        await database.ExecuteAsync(sql);
        await File.WriteAllTextAsync(Path.Combine(place.Scripts, "db", $"{number}.sql"), sql, Token);
    }

    private async Task BuildAloneAsync(CrowdPlace place, IReadOnlyList<string> files)
    {
        await BuildAsync(place, [Builds, Builds + 1]);
        whole.UnionWith(files.Where(File.Exists).Select(file => (file, Lasting(File.ReadAllText(file)))));
    }

    private static async Task BuildAsync(CrowdPlace place, int[] projects)
    {
        using var build = BuildChild.Start(place, projects);
        await SucceedsAsync(build);
    }

    /// <summary>Builds them all at the same time, and kills half of them as soon as there are files of a server.</summary>
    private static async Task BuildOrKillAsync(CrowdPlace place)
    {
        var random = new Random(8);
        var builds = Crowd.Select(projects => BuildChild.Start(place, projects)).ToList();
        var survivors = builds.Where((_, number) => number % 4 >= 2).Select(SucceedsAsync).ToList();
        await UntilAsync(() => place.Leftovers().Any(), () => "No server is started.");
        var kills = builds.Select((build, number) => number % 4 >= 2 ? Task.CompletedTask : KillAsync(build, TimeSpan.FromSeconds(random.NextDouble()), wholeTree: number % 4 == 0));
        await Task.WhenAll([.. kills, .. survivors]);
        builds.ForEach(build => build.Dispose());
    }

    private static async Task SucceedsAsync(Process build)
    {
        var said = await build.StandardOutput.ReadToEndAsync(Token).WaitAsync(Limit, Token);
        await build.WaitForExitAsync(Token);
        Assert.True(build.ExitCode == 0, $"{build.ExitCode}: {said}");
    }

    // Its process group is what a terminal's kill -9 gets at; a CI server kills all that descend from it.
    private static async Task KillAsync(Process build, TimeSpan delay, bool wholeTree)
    {
        await Task.Delay(delay, Token);
        if (wholeTree)
        {
            build.Kill(entireProcessTree: true);
        }
        else
        {
            using var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -KILL -{build.Id} 2>/dev/null")]);
            await kill.WaitForExitAsync(Token);
        }

        await build.WaitForExitAsync(Token).WaitAsync(Limit, Token);
    }

    private static Task NothingIsLeftAsync(CrowdPlace place)
    {
        var left = () => place.Leftovers().Concat(place.Processes());
        return UntilAsync(() => !left().Any(), () => string.Join('\n', left()));
    }

    private static async Task UntilAsync(Func<bool> isSo, Func<string> otherwise)
    {
        for (var watch = Stopwatch.StartNew(); !isSo(); await Task.Delay(20, Token))
        {
            Assert.True(watch.Elapsed < Limit, otherwise());
        }
    }

    // As if the kills were some time ago: what is young may belong to a build that still runs.
    private static int Age(CrowdPlace place)
    {
        place.Age();
        var leftovers = Directory.EnumerateFiles(place.Root, "*.tmp", SearchOption.AllDirectories).ToList();
        leftovers.ForEach(file => File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-1)));
        return leftovers.Count;
    }

    // Each build notes when it read the database.
    private static string Lasting(string text) => ExportedAt().Replace(text, "");

    [GeneratedRegex("^  \"exported_at\": .*$", RegexOptions.Multiline)]
    private static partial Regex ExportedAt();
}
