using Npgsql;
using SchemaSnapshot.Benchmarks.Measuring;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Benchmarks.Readers;

/// <summary>The server's own <c>pg_dump --schema-only</c>.</summary>
/// <param name="program">Its path.</param>
internal sealed class PgDump(string program)
{
    /// <summary>The one beside the server's programs, or that of <c>PATH</c>; null where there is none.</summary>
    public static PgDump? Find(PostgresBinaries binaries) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Prepend(binaries.Directory)
            .Select(folder => Path.Combine(folder, "pg_dump")).Where(File.Exists).Select(file => new PgDump(file)).FirstOrDefault();

    /// <summary>Dumps a database to nowhere.</summary>
    public Task RunAsync(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        return Programs.RunAsync(
            program,
            ["--schema-only", $"--host={connection.Host}", $"--port={connection.Port}", $"--username={connection.Username}", $"--file={"/dev/null"}", connection.Database!],
            environment: new Dictionary<string, string> { ["PGPASSWORD"] = connection.Password! });
    }
}
