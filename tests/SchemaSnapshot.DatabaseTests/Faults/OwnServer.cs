using System.Diagnostics;
using Npgsql;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.DatabaseTests.Sources;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Faults;

/// <summary>A server that one test sets up as it needs it. Whoever may enter its directory is trusted, unless the test says otherwise.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly TemporaryFolder overlay = new();

    private OwnServer(string bin, string template)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(overlay.Path, (UnixFileMode)0b111_101_101);
        }

        var script = File.ReadAllText(Path.Combine(Repository.Root, "tests/SchemaSnapshot.DatabaseTests/Faults/own-server.sh"));
        var start = new ProcessStartInfo("/bin/sh", ["-c", script]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        if (UnprivilegedUser.Name is { } user)
        {
            start.UserName = user;
        }

        (string, string)[] variables = [("DIRECTORY", Directory), ("TEMPLATE", template), ("OVERLAY", overlay.Path), ("BIN", bin), ("LC_ALL", "C"), ("TZ", "UTC")];
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        Add("pg_hba.conf", "local all all trust\nlocal replication all trust\n");
    }

    /// <summary>The directory of its socket.</summary>
    public string Directory { get; } = TemporaryDirectory.NewPath();

    /// <summary>Its port.</summary>
    public int Port { get; } = LoopbackPort.FindFree();

    /// <summary>What it has written to its log.</summary>
    public string Log => File.ReadAllText(Path.Combine(Directory, "log"));

    private string Data => Path.Combine(Directory, "data");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A new server that has not been started; skips the test where there are no programs for it.</summary>
    public static async Task<OwnServer> CreateAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The test's own server is run by a shell script.");
        for (var major = PostgresServers.Newest; major >= PostgresServers.Oldest; major--)
        {
            if (await ServerPrograms.FindAsync(major) is { } binaries && await TemplateCluster.FindOrMakeAsync(binaries, PostgresCache.DefaultDirectory, Ct) is { } template)
            {
                return await new OwnServer(binaries.Directory, template.DataDirectory) { Bin = binaries.Directory }.CopiedAsync();
            }
        }

        Assert.Skip("There is no PostgreSQL on this machine: build/fetch-postgres.sh fetches it.");
        return null;
    }

    private string Bin { get; init; } = "";

    /// <summary>Has a file in its data directory when it starts.</summary>
    public OwnServer Add(string file, string content)
    {
        File.WriteAllText(Path.Combine(overlay.Path, file), content);
        return this;
    }

    /// <summary>Starts it.</summary>
    /// <param name="settings">Lines for its configuration.</param>
    public void Start(params string[] settings)
    {
        string[] lines = ["fsync=off", "autovacuum=off", $"port={Port}", "shared_buffers=16MB", "max_connections=20", "listen_addresses=''", "dynamic_shared_memory_type=mmap", .. settings];
        Add("postgresql.auto.conf", string.Join('\n', lines) + "\n");
        process.StandardInput.WriteLine("go");
        process.StandardInput.Flush();
    }

    /// <summary>Starts it and waits until a superuser can connect.</summary>
    public async Task<OwnServer> RunAsync(params string[] settings)
    {
        Start(settings);
        await UntilAsync(async () =>
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        });
        return this;
    }

    /// <summary>A hot standby of this server, which has not been started.</summary>
    public async Task<OwnServer> CreateStandbyAsync()
    {
        await using var connection = await ConnectAsync();
        var isOld = connection.PostgreSqlVersion.Major < 15;
        await using var begin = new NpgsqlCommand(isOld ? "SELECT pg_start_backup('standby', true, false)" : "SELECT pg_backup_start('standby', true)", connection);
        await begin.ExecuteNonQueryAsync(Ct);
        var standby = await new OwnServer(Bin, Data) { Bin = Bin }.CopiedAsync();
        await using var end = new NpgsqlCommand(isOld ? "SELECT labelfile FROM pg_stop_backup(false, false)" : "SELECT labelfile FROM pg_backup_stop(false)", connection);
        return standby.Add("backup_label", (string)(await end.ExecuteScalarAsync(Ct))!).Add("standby.signal", "");
    }

    /// <summary>What a standby has in its configuration to follow this server.</summary>
    public string FollowedBy => $"primary_conninfo='host={Directory} port={Port} user=postgres'";

    /// <summary>Makes a standby a primary.</summary>
    public void Promote()
    {
        process.StandardInput.WriteLine("promote");
        process.StandardInput.Flush();
    }

    /// <summary>A connection string to it, through its socket.</summary>
    public string ConnectionString(string database = "postgres", string user = "postgres") =>
        $"Host={Directory};Port={Port};Username={user};Database={database};Pooling=false;SSL Mode=Disable;GSS Encryption Mode=Disable";

    /// <summary>Connects a superuser.</summary>
    public Task<NpgsqlConnection> ConnectAsync(string database = "postgres") => Connector.OpenAsync(Connector.Source(ConnectionString(database)), Ct);

    /// <summary>Runs statements as a superuser; gives the first value.</summary>
    public async Task<object?> ExecuteAsync(string sql, string database = "postgres")
    {
        await using var connection = await ConnectAsync(database);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Ct);
    }

    /// <summary>Waits until something is so.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var watch = Stopwatch.StartNew(); !await isSo(); await Task.Delay(50, Ct))
        {
            Assert.True(watch.Elapsed < Limit && !process.HasExited, process.HasExited ? await process.StandardOutput.ReadToEndAsync(Ct) : File.Exists(Path.Combine(Directory, "log")) ? Log : "It does not start.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        overlay.Dispose();
    }

    private async Task<OwnServer> CopiedAsync()
    {
        await UntilAsync(() => Task.FromResult(File.Exists(Path.Combine(Directory, "copied"))));
        return this;
    }
}
