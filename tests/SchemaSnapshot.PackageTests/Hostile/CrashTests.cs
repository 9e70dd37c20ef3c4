using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.Versioning;
using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>What a process prints and leaves behind that dies with a password in its memory.</summary>
[SupportedOSPlatform("linux")] // But for the tests, which skip themselves elsewhere.
public sealed class CrashTests(PackedPackages packages, LiveServer server, ITestOutputHelper output)
{
    private const string WrongPassword = "wr0ng=Pa$$w;ord'Ünï";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly SecretSearch Search = new(LiveServer.Password, WrongPassword);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory(Timeout = 300_000)]
    [InlineData("QUIT", 1)] // A build may take it for an order to end.
    [InlineData("ABRT", 128 + 6)]
    [InlineData("SEGV", 128 + 11)]
    public async Task A_build_that_crashes_while_it_reads_tells_no_secret(string signal, int exitCode)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked up in /proc.");
        await using var database = await server.CreateAsync("CREATE TABLE t (id int); CREATE VIEW v AS SELECT id FROM t; GRANT SELECT ON v TO app");
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri }.WriteProject();
        (await sandbox.RunAsync("restore")).Succeeded();
        sandbox["TMPDIR"] = Directory.CreateDirectory(sandbox.PathOf("tmp")).FullName;
        await database.ExecuteAsync("BEGIN; LOCK TABLE t"); // For which the definition of the view waits.

        // Dumps hold the memory; whether there are any is for the machine to say.
        var start = Dotnet.StartInfo(
            "sh", sandbox.Root, ["-c", "ulimit -c 0; exec setsid dotnet build --no-restore -m:1 -v:diag -bl:crash.binlog"], sandbox.Environment);
        using var build = Process.Start(start)!;
        var said = Task.WhenAll(build.StandardOutput.ReadToEndAsync(Ct), build.StandardError.ReadToEndAsync(Ct));
        for (var watch = Stopwatch.StartNew(); !Equals(await database.ScalarAsync("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 't'::regclass"), 1L); await Task.Delay(20, Ct))
        {
            Assert.True(watch.Elapsed < Limit && !build.HasExited, build.HasExited ? string.Concat(await said) : "It does not read.");
        }

        // More than once: the runtime takes the first for a fault of its own, which would come again.
        for (var watch = Stopwatch.StartNew(); !build.HasExited; await Task.Delay(100, Ct))
        {
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, Limit);
            using var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{signal} -{build.Id} 2>/dev/null")]);
            await kill.WaitForExitAsync(Ct);
        }

        await database.ExecuteAsync("ROLLBACK");

        Assert.InRange(build.ExitCode, exitCode, 255);
        var outputs = await said.WaitAsync(Limit, Ct);
        Assert.Contains("SchemaSnapshot", outputs[0], StringComparison.Ordinal);
        Assert.All(outputs, text => Assert.Null(Search.FindIn(text)));
        // But not into the pipes that a runtime leaves, at which a reader waits for ever.
        var files = Directory.EnumerateFiles(sandbox.Root, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length > 0).ToList();
        Assert.All(files, file => Assert.Null(Search.FindIn(File.ReadAllBytes(file))));
        var log = UnpackedAsFarAsItGoes(sandbox.PathOf("crash.binlog"));
        Assert.Null(Search.FindIn(log));
        output.WriteLine($"{signal}: exit code {build.ExitCode}; {Search.Count} forms and pieces of secrets looked for in {outputs.Sum(text => text.Length)} characters, {files.Count} files and {log.Length} bytes of a binary log.");
    }

    [Fact(Timeout = 300_000)]
    public async Task An_exception_that_nobody_catches_tells_no_secret()
    {
        await using var database = await server.CreateAsync("CREATE TABLE t (id int)");
        var password = Uri.EscapeDataString(LiveServer.Password);
        string[] failures =
        [
            database.UriWith(password: WrongPassword),
            $"postgres://app:{password}@127.0.0.1:1/shop",
            database.UriWith(database: "no_such_database"),
            $"{database.Uri}?sslmode=require",
            $"postgres://app:{password}@127.0.0.1:port/shop",
            $"postgres://app:{LiveServer.Password}/@@{WrongPassword}",
            $"Host=127.0.0.1;Username=app;Passwrd={LiveServer.Password}",
            $"Host=127.0.0.1;Port={LiveServer.Password};Password=\"{WrongPassword}",
            LiveServer.Password,
        ];
        foreach (var connection in failures)
        {
            using var child = Process.Start(CrashChild.StartInfo(connection))!;
            var printed = child.StandardOutput.ReadToEndAsync(Ct);
            var error = await child.StandardError.ReadToEndAsync(Ct).WaitAsync(Limit, Ct);
            await child.WaitForExitAsync(Ct);

            Assert.NotEqual(0, child.ExitCode);
            Assert.Contains("Unhandled exception.", error, StringComparison.Ordinal);
            Assert.Contains("SnapshotException", error, StringComparison.Ordinal);
            Assert.Null(Search.FindIn(error));
            Assert.Null(Search.FindIn(await printed));
        }

        output.WriteLine($"{Search.Count} forms and pieces of secrets looked for in what {failures.Length} crashes print.");
    }

    // Nobody has finished it.
    private static byte[] UnpackedAsFarAsItGoes(string binaryLog)
    {
        using var unpacked = new GZipStream(File.OpenRead(binaryLog), CompressionMode.Decompress);
        using var text = new MemoryStream();
        try
        {
            unpacked.CopyTo(text);
        }
        catch (InvalidDataException)
        {
            // It ends in the midst of a block.
        }

        return text.ToArray();
    }
}
