using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>Ctrl+C while a build waits for a server, or for a script.</summary>
[SupportedOSPlatform("linux")] // But for the tests, which skip themselves elsewhere.
public sealed class InterruptTests(PackedPackages packages, ITestOutputHelper output) : IDisposable
{
    // 2 s is what is promised; a machine that does much else is slower.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly string root = Directory.CreateTempSubdirectory("interrupt-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_build_that_waits_for_a_silent_server_ends()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var sandbox = new Sandbox(packages)
        {
            ["DATABASE_URL"] = $"postgres://app:hunter2@127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/shop?connect_timeout=60",
        }.WriteProject();

        await InterruptAsync(sandbox, _ => silent.Pending());
    }

    [Fact]
    public async Task A_build_in_the_midst_of_a_script_ends_and_leaves_no_server_behind()
    {
        var sandbox = new Sandbox(packages).WriteProject(items: """<SchemaSnapshotScript Include="db/*.sql" />""")
            .Write("db/1.sql", $"COPY (SELECT 'here') TO '{root}/tmp/sign'; SELECT pg_sleep(100);");

        await InterruptAsync(sandbox, place => File.Exists(Path.Combine(place.Temporary, "sign")));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private async Task InterruptAsync(Sandbox sandbox, Func<CrowdPlace, bool> isWaiting)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked up in /proc.");
        var place = await CrowdPlace.MakeAsync(root);
        sandbox["TMPDIR"] = place.Temporary;
        sandbox.Write("schema/schema_map.json", Baselines.Shop);
        (await sandbox.RunAsync("restore")).Succeeded();
        var before = sandbox.Snapshot();

        // As a terminal does it: a process group of its own, which gets the signal.
        using var build = Process.Start(Dotnet.StartInfo("setsid", sandbox.Root, ["dotnet", "build", "--no-restore"], sandbox.Environment))!;
        var said = build.StandardOutput.ReadToEndAsync(Ct);
        try
        {
            await UntilAsync(() => isWaiting(place) || build.HasExited, Limit);
            Assert.False(build.HasExited, build.HasExited ? await said : "");
            var watch = Stopwatch.StartNew();
            Signal("INT", build);
            await build.WaitForExitAsync(Ct).WaitAsync(Limit, Ct);
            var took = watch.Elapsed;
            await UntilAsync(() => !place.Leftovers().Any() && !place.Processes().Any() && !IsThere(build), Limit);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"It ended {took.TotalSeconds:0.00} s after Ctrl+C, and all that it had started after {watch.Elapsed.TotalSeconds:0.00} s."));

            Assert.InRange(watch.Elapsed, TimeSpan.Zero, Bound);
            Assert.NotEqual(0, build.ExitCode);
            Assert.DoesNotContain("SNAP", await said, StringComparison.Ordinal);
            Assert.Equal(before, sandbox.Snapshot());
        }
        finally
        {
            Signal("KILL", build);
        }
    }

    private static int Signal(string signal, Process build)
    {
        using var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{signal} -{build.Id} 2>/dev/null")]);
        kill.WaitForExit();
        return kill.ExitCode;
    }

    /// <summary>Whether any process of the group is there.</summary>
    private static bool IsThere(Process build) => Signal("0", build) == 0;

    private static async Task UntilAsync(Func<bool> isSo, TimeSpan limit)
    {
        for (var watch = Stopwatch.StartNew(); !isSo(); await Task.Delay(10, Ct))
        {
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, limit);
        }
    }
}
