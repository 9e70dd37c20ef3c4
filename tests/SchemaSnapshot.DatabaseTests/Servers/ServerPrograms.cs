using System.Diagnostics;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Servers;

/// <summary>
/// Where the tests find PostgreSQL's programs: in <c>SCHEMASNAPSHOT_TEST_POSTGRES</c> or <c>artifacts/postgres</c>, by major
/// version, and last among the machine's own.
/// </summary>
internal static class ServerPrograms
{
    private const string Variable = "SCHEMASNAPSHOT_TEST_POSTGRES";

    // Whoever looks for programs waits for it: what is being fetched is half there.
    private static readonly Lazy<Task> Fetched = new(FetchAsync);

    private static string Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? named
        : Path.Combine(Repository.Root, "artifacts", "postgres");

    /// <summary>The programs of a major version; null where there are none.</summary>
    public static async Task<PostgresBinaries?> FindAsync(int major)
    {
        await Fetched.Value;
        try
        {
            // With an npm package in or above this folder it is found there, else on the machine.
            var folder = Path.Combine(Folder, $"{major}");
            return await PostgresBinaries.FindAsync(new PostgresSearch { ProjectDirectory = folder, MajorVersion = major }, CancellationToken.None);
        }
        catch (SnapshotException e) when (e.Diagnostic.Rule == Rules.NoPostgres)
        {
            return null;
        }
    }

    /// <summary>Fetches the programs where there are none and npm can.</summary>
    private static async Task FetchAsync()
    {
        if (Directory.Exists(Folder) || OperatingSystem.IsWindows() || !IsOnPath("npm"))
        {
            return;
        }

        using var fetching = Process.Start(Path.Combine(Repository.Root, "build", "fetch-postgres.sh"));
        await fetching.WaitForExitAsync();
        if (fetching.ExitCode != 0)
        {
            TestContext.Current.SendDiagnosticMessage($"build/fetch-postgres.sh ended with {fetching.ExitCode}: only the PostgreSQL that is installed will run.");
        }
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
