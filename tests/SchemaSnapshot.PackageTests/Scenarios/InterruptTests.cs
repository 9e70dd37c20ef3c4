using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

/// <summary>Ctrl+C while the build waits for a server.</summary>
public sealed class InterruptTests(PackedPackages packages, ITestOutputHelper output)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_build_that_waits_for_a_live_server_ends()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var sandbox = new Sandbox(packages)
        {
            ["DATABASE_URL"] = $"postgres://app:hunter2@127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/shop?connect_timeout=60",
        }.WriteProject();

        await InterruptAsync(sandbox, () => silent.Pending());
    }

    [Fact]
    public async Task A_build_in_the_midst_of_a_script_ends_and_leaves_no_server_behind()
    {
        var sandbox = new Sandbox(packages).WriteProject(items: """<SchemaSnapshotScript Include="db/*.sql" />""");
        // The script's own server says where it lives.
        var sign = sandbox.PathOf("sign");
        sandbox.Write("sign", "").Write("db/1.sql", $"COPY (SELECT current_setting('data_directory')) TO '{sign}'; SELECT pg_sleep(100);");
        Open(sandbox.Root, sign);

        await InterruptAsync(sandbox, () => new FileInfo(sign).Length > 0);

        var data = (await File.ReadAllTextAsync(sign, Ct)).Trim();
        for (var watch = Stopwatch.StartNew(); Directory.Exists(Path.GetDirectoryName(data)); await Task.Delay(20, Ct))
        {
            Assert.True(watch.Elapsed < Bound, $"{data} is still there.");
        }
    }

    private async Task InterruptAsync(Sandbox sandbox, Func<bool> isWaiting)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that only one process gets.");
        (await sandbox.RunAsync("restore")).Succeeded();
        using var build = Process.Start(Dotnet.StartInfo("dotnet", sandbox.Root, ["build", "--no-restore"], sandbox.Environment))!;
        var said = build.StandardOutput.ReadToEndAsync(Ct);
        try
        {
            for (var watch = Stopwatch.StartNew(); !isWaiting(); await Task.Delay(20, Ct))
            {
                Assert.True(watch.Elapsed < Limit && !build.HasExited, build.HasExited ? await said : "The build does not get there.");
            }

            var since = Stopwatch.StartNew();
            using var kill = Process.Start("kill", ["-INT", build.Id.ToString(CultureInfo.InvariantCulture)]);
            await build.WaitForExitAsync(Ct).WaitAsync(Limit, Ct);
            output.WriteLine($"It ended {since.Elapsed.TotalSeconds:0.00} s after Ctrl+C.");
            Assert.NotEqual(0, build.ExitCode);
            Assert.InRange(since.Elapsed, TimeSpan.Zero, Bound);
            Assert.DoesNotContain("SNAP", await said, StringComparison.Ordinal);
        }
        finally
        {
            if (!build.HasExited)
            {
                build.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Lets the user that the server runs as reach the sign.</summary>
    private static void Open(string folder, string sign)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(sign, (UnixFileMode)0b110_110_110);
            for (var path = new DirectoryInfo(folder); path is { FullName: not "/tmp" and not "/" }; path = path.Parent)
            {
                path.UnixFileMode |= UnixFileMode.OtherExecute | UnixFileMode.GroupExecute;
            }
        }
    }
}
