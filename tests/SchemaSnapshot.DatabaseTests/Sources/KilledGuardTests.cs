using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Sources;

/// <summary>What stays where somebody kills a build, the guard of its server and the server itself, all at once.</summary>
[SupportedOSPlatform("linux")] // But for the tests, which skip themselves elsewhere.
public sealed class KilledGuardTests
{
    // Makes directories as guards and servers leave them that are killed at their very beginning, or after it.
    private const string Leave = """
        cd "$1" || exit
        segment() { sh -c 'echo $$ >pid; exec ipcmk -M 56 -p 0600' | tr -dc 0-9; }
        server() { printf '%s\n2\n3\n4\n5\n6\n  1  %s\n' "$2" "$3" >"$1/data/postmaster.pid"; echo "$(cat pid) $(readlink /proc/self/ns/pid)" >"$1/guard"; }
        mkdir -p snap-unnamed0old snap-emptied0old snap-unnamed0new snap-killed00its/data snap-killed00not/data
        : >snap-emptied0old/guard
        touch -d '1 hour ago' snap-unnamed0old snap-emptied0old
        its=$(segment) && server snap-killed00its "$(cat pid)" "$its"
        other=$(segment) && server snap-killed00not 1 "$other"
        echo "$its $other"
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Its_shared_memory_goes_with_the_last_of_its_processes()
    {
        SkipWithout("ipcrm");
        using var folder = new TemporaryFolder();
        using var holder = EphemeralPostgresTests.Holder([("TMPDIR", EphemeralPostgresTests.OpenToAll(folder, "tmp"))]);
        var directory = await holder.DirectoryAsync();
        var segment = (await File.ReadAllLinesAsync(Path.Combine(directory, "data", "postmaster.pid"), Ct))[6].Split(' ')[^1];
        var guard = (await File.ReadAllTextAsync(Path.Combine(directory, "guard"), Ct)).Split(' ')[0];
        Assert.Contains(segment, Segments());
        await EphemeralPostgresTests.UntilAsync(() => IsToBeRemoved(segment));

        // The guard leads a group of its own, in which the server is, too.
        await RunAsync("sh", ["-c", $"kill -KILL -{guard}"]);
        holder.Kill();

        await EphemeralPostgresTests.UntilAsync(() => !Segments().Contains(segment));
        Assert.True(Directory.Exists(directory)); // Nobody was left to tidy up.
    }

    [Fact(Timeout = 120_000)]
    public async Task What_was_left_before_it_had_a_name_and_memory_without_a_server_the_next_build_removes()
    {
        SkipWithout("ipcrm", "ipcmk");
        using var folder = new TemporaryFolder();
        var temporary = EphemeralPostgresTests.OpenToAll(folder, "tmp");
        var segments = (await RunAsync("sh", ["-c", Leave, "sh", temporary], UnprivilegedUser.Name)).Trim().Split(' ');
        Assert.Subset(Segments().ToHashSet(), segments.ToHashSet());

        using var holder = EphemeralPostgresTests.Holder([("TMPDIR", temporary)]);
        var directory = await holder.DirectoryAsync();

        // What has no name as yet may belong to a build that begins just now.
        var left = Path.Combine(temporary, "snap-unnamed0new");
        await EphemeralPostgresTests.UntilAsync(() => Directory.GetDirectories(temporary).ToHashSet().SetEquals([left, directory]));
        Assert.DoesNotContain(segments[0], Segments());
        // This one had been made by another process than the server.
        Assert.Contains(segments[1], Segments());
        await RunAsync("ipcrm", ["-m", segments[1]]);
        holder.Kill();
        await EphemeralPostgresTests.UntilAsync(() => !Directory.Exists(directory));
    }

    private static void SkipWithout(params string[] programs)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Segments are looked up in /proc.");
        var places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        var missing = programs.FirstOrDefault(program => !Array.Exists(places, place => File.Exists(Path.Combine(place, program))));
        Assert.SkipUnless(missing is null, $"There is no {missing}.");
    }

    private static List<string> Segments() => [.. Table().Select(row => row[1])];

    // A flag among the permissions: it stays until the last process lets go of it.
    private static bool IsToBeRemoved(string segment) => Table().Exists(row => row[1] == segment && row[2].Length == 4 && row[2][0] == '1');

    private static List<string[]> Table() =>
        [.. File.ReadLines("/proc/sysvipc/shm").Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static async Task<string> RunAsync(string program, string[] arguments, string? user = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        if (user is not null)
        {
            start.UserName = user;
        }

        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        Assert.True(process.ExitCode == 0, string.Create(CultureInfo.InvariantCulture, $"{program} ended with {process.ExitCode}: {said}"));
        return said;
    }
}
