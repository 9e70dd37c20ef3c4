using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>A folder with PostgreSQL's programs in which each start of a server leaves a line.</summary>
internal sealed class CountedPostgres : IDisposable
{
    private const UnixFileMode ForAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public CountedPostgres()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The counting programs are shell scripts.");
        Directory = System.IO.Directory.CreateTempSubdirectory("counted-postgres-").FullName;
        AllowAll(Directory);
        var real = PostgresBinaries.FindAsync(new PostgresSearch { ProjectDirectory = TestEnvironment.RepositoryRoot }, CancellationToken.None).GetAwaiter().GetResult();
        Write("initdb", $"#!/bin/sh\nexec '{real.Directory}/initdb' \"$@\"\n");
        Write("postgres", $"#!/bin/sh\n[ \"$1\" != -D ] || echo started >> '{Starts}'\nexec '{real.Directory}/postgres' \"$@\"\n");
        Write("starts", "");
    }

    public string Directory { get; }

    private string Starts => Path.Combine(Directory, "starts");

    public int TakeStarts()
    {
        var starts = File.ReadAllLines(Starts).Length;
        File.WriteAllText(Starts, "");
        return starts;
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    private void Write(string file, string content)
    {
        var path = Path.Combine(Directory, file);
        File.WriteAllText(path, content);
        AllowAll(path);
    }

    // Where the build is root the server runs as somebody else.
    private static void AllowAll(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, ForAll);
        }
    }
}
