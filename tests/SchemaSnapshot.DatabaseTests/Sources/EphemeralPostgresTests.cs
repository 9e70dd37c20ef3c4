using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Npgsql;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Sources;

[UnsupportedOSPlatform("windows")] // But for those that skip themselves there.
public sealed class EphemeralPostgresTests(ITestOutputHelper output)
{
    private const string FileVariable = "SNAPSHOT_TEST_FILE";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_starts_answers_and_leaves_nothing_behind()
    {
        var binaries = await FindAsync();
        var time = Stopwatch.StartNew();
        string directory;
        await using (var server = await EphemeralPostgres.StartAsync(binaries, PostgresCache.DefaultDirectory, Ct))
        {
            directory = server.Directory;
            output.WriteLine($"ready after {time.ElapsedMilliseconds} ms");
            await using var connection = await server.CreateDatabaseAsync("a \"shop\"", Ct);
            await using var command = new NpgsqlCommand("SELECT current_database()::text", connection);
            Assert.Equal("a \"shop\"", await command.ExecuteScalarAsync(Ct));
            output.WriteLine($"first answer after {time.ElapsedMilliseconds} ms");
            time.Restart();
        }

        output.WriteLine($"stopped after {time.ElapsedMilliseconds} ms");
        Assert.False(Directory.Exists(directory));
    }

    [Fact]
    public async Task Nobody_else_gets_in()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await using var server = await EphemeralPostgres.StartAsync(await FindAsync(), PostgresCache.DefaultDirectory, Ct);
        await using var connection = await server.CreateDatabaseAsync("shop", Ct);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(server.Directory));
        Assert.False(File.Exists(Path.Combine(server.Directory, "password")));
        await using var command = new NpgsqlCommand("SELECT current_setting('listen_addresses') || (SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256')", connection);
        Assert.Equal("0", await command.ExecuteScalarAsync(Ct));
        var stranger = new NpgsqlConnectionStringBuilder { Host = server.Directory, Username = "postgres", Password = "guess", Pooling = false };
        await using var other = new NpgsqlConnection(stranger.ConnectionString);
        Assert.Equal("28P01", (await Assert.ThrowsAsync<PostgresException>(() => other.OpenAsync(Ct))).SqlState);
    }

    [Fact]
    public async Task A_script_sees_none_of_the_environment()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script runs a Unix program.");
        Environment.SetEnvironmentVariable("SNAPSHOT_TEST_TOKEN", "s3cr3t");
        await using var server = await EphemeralPostgres.StartAsync(await FindAsync(), PostgresCache.DefaultDirectory, Ct);
        await using var connection = await server.CreateDatabaseAsync("shop", Ct);

        await using var command = new NpgsqlCommand("CREATE TABLE e (x text); COPY e FROM PROGRAM 'env'; SELECT string_agg(x, ' ') FROM e", connection);
        var environment = (string?)await command.ExecuteScalarAsync(Ct);

        Assert.Contains("TZ=UTC", environment, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", environment, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("template1")]
    public async Task A_name_that_no_database_can_have_is_refused(string name)
    {
        await using var server = await EphemeralPostgres.StartAsync(await FindAsync(), PostgresCache.DefaultDirectory, Ct);

        var error = await Assert.ThrowsAsync<SnapshotException>(() => server.CreateDatabaseAsync(name, Ct));

        Assert.Same(Rules.UnknownValue, error.Diagnostic.Rule);
        Assert.Contains("SchemaSnapshotDatabaseName", error.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_cannot_start_says_why()
    {
        using var folder = new TemporaryFolder();
        var bin = Path.Combine(folder.Path, "bin");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The made-up programs are shell scripts.");
        foreach (var (name, says) in new[] { ("initdb", "initdb: error: the disk is full"), ("postgres", "postgres (PostgreSQL) 17.2") })
        {
            File.SetUnixFileMode(folder.Write($"bin/{name}", $"#!/bin/sh\necho '{says}'\n[ \"$1\" = --version ]\n"), (UnixFileMode)0b111_101_101);
        }

        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(bin, (UnixFileMode)0b111_101_101);

        var error = await Assert.ThrowsAsync<SnapshotException>(() => EphemeralPostgres.StartAsync(new PostgresBinaries(bin, new Version(17, 2)), null, Ct));

        Assert.Same(Rules.PostgresFailed, error.Diagnostic.Rule);
        Assert.Contains("the disk is full", error.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_the_start_stops_it()
    {
        var binaries = await FindAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        cancel.CancelAfter(100);
        var time = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EphemeralPostgres.StartAsync(binaries, PostgresCache.DefaultDirectory, cancel.Token));

        Assert.InRange(time.ElapsedMilliseconds, 0, 1000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_killed_build_leaves_nothing_behind(bool withItsGroup)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Processes are looked up in /proc.");
        Assert.SkipWhen(withItsGroup && !OperatingSystem.IsLinux(), "Other systems have no setsid: the next build removes what is left.");
        using var holder = Holder([], withItsGroup ? ["setsid"] : []);
        var directory = await holder.DirectoryAsync();
        var postmaster = (await File.ReadAllLinesAsync(Path.Combine(directory, "data", "postmaster.pid"), Ct))[0];
        Assert.True(Directory.Exists($"/proc/{postmaster}"));

        holder.Kill(withItsGroup);

        await UntilAsync(() => !Directory.Exists(directory) && !Directory.Exists($"/proc/{postmaster}"));
    }

    [Fact]
    public async Task What_a_killed_guard_has_left_the_next_build_removes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked up in /proc.");
        using var folder = new TemporaryFolder();
        var temporary = OpenToAll(folder, "tmp");
        using var alive = Holder([("TMPDIR", temporary)]);
        using var killed = Holder([("TMPDIR", temporary)]);
        var (kept, left) = (await alive.DirectoryAsync(), await killed.DirectoryAsync());
        using (var guard = Process.GetProcessById(int.Parse((await File.ReadAllTextAsync(Path.Combine(left, "guard"), Ct)).Split(' ')[0], CultureInfo.InvariantCulture)))
        {
            guard.Kill();
        }

        killed.Kill();
        await UntilAsync(() => !File.Exists(Path.Combine(left, "data", "postmaster.pid")));
        Assert.True(Directory.Exists(left));
        using var next = Holder([("TMPDIR", temporary)]);
        await next.DirectoryAsync();

        await UntilAsync(() => !Directory.Exists(left));
        Assert.True(File.Exists(Path.Combine(kept, "data", "postmaster.pid")));
        alive.Kill();
        next.Kill();
        await UntilAsync(() => !Directory.EnumerateFileSystemEntries(temporary, "snap-*").Any());
    }

    [Theory]
    [InlineData("with blanks and é")]
    [InlineData("that-is-very-long-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789")]
    public async Task Any_directory_for_temporary_files_serves(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows knows no TMPDIR.");
        using var folder = new TemporaryFolder();
        var temporary = OpenToAll(folder, name);

        using var holder = Holder([("TMPDIR", temporary)]);
        var directory = await holder.DirectoryAsync();

        Assert.Equal(name.Length < 50, directory.StartsWith(temporary, StringComparison.Ordinal));
        holder.Kill();
        await UntilAsync(() => !Directory.Exists(directory));
    }

    [Fact]
    public async Task An_ordinary_user_needs_no_rights()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && File.Exists("/usr/sbin/runuser"), "Only root can become another user.");
        using var holder = Holder([], "runuser", "-u", "nobody", "--");
        var directory = await holder.DirectoryAsync();

        Assert.True(Directory.Exists(directory));
        holder.Kill();
        await UntilAsync(() => !Directory.Exists(directory));
    }

    /// <summary>No test, but what those above start as another process.</summary>
    [Fact(Explicit = true)]
    public async Task Hold_a_server_until_killed()
    {
        await using var server = await EphemeralPostgres.StartAsync(await FindAsync(), PostgresCache.DefaultDirectory, Ct);
        await using (var connection = await server.CreateDatabaseAsync("shop", Ct))
        {
            await File.WriteAllTextAsync(Environment.GetEnvironmentVariable(FileVariable)!, $"{Environment.ProcessId}\n{server.Directory}", Ct);
        }

        await Task.Delay(TimeSpan.FromMinutes(1), Ct);
    }

    private static Task<PostgresBinaries> FindAsync() =>
        PostgresBinaries.FindAsync(new PostgresSearch { ProjectDirectory = Path.GetTempPath() }, Ct);

    /// <summary>A directory for temporary files, whoever the server runs as.</summary>
    internal static string OpenToAll(TemporaryFolder folder, string name)
    {
        var temporary = Directory.CreateDirectory(Path.Combine(folder.Path, name)).FullName;
        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(temporary, (UnixFileMode)0b111_111_111);
        return temporary;
    }

    internal static ServerHolder Holder((string Name, string Value)[] environment, params string[] prefix) =>
        new(FileVariable, $"{typeof(EphemeralPostgresTests).FullName}.{nameof(Hold_a_server_until_killed)}", environment, prefix);

    internal static async Task UntilAsync(Func<bool> condition)
    {
        for (var time = Stopwatch.StartNew(); !condition(); await Task.Delay(20, Ct))
        {
            Assert.InRange(time.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        }
    }
}
