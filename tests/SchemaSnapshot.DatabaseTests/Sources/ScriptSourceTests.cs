using SchemaSnapshot.Catalog;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Sources;

public sealed class ScriptSourceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scripts_run_in_ordinal_order_and_nothing_of_the_machine_gets_into_the_snapshot()
    {
        using var folder = new TemporaryFolder();
        string[] files =
        [
            folder.Write("b/10.sql", "CREATE TABLE public.c (id int REFERENCES public.b);"),
            folder.Write("b.sql", "CREATE TABLE public.a (id int PRIMARY KEY);"),
            folder.Write("b/1.sql", "CREATE TABLE public.b (id int PRIMARY KEY REFERENCES public.a);"),
        ];

        var reading = await ReadAsync(folder, files);

        var schema = Assert.Single(reading.Snapshot.Schemas);
        Assert.Equal(["a", "b", "c"], schema.Relations.Select(relation => relation.Name));
        Assert.Equal("shop", reading.Snapshot.Database);
        Assert.Null(reading.Snapshot.Host);
        Assert.Null(reading.Snapshot.ExportedAt);
        Assert.Null(reading.Snapshot.ServerVersion);
        Assert.All(schema.Relations, relation => Assert.Null(relation.RowCount));
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public async Task What_the_snapshot_does_not_cover_is_counted()
    {
        using var folder = new TemporaryFolder();

        var reading = await ReadAsync(folder, folder.Write("1.sql", "CREATE OPERATOR FAMILY public.f USING btree;"));

        var warning = Assert.Single(reading.Warnings);
        Assert.Same(Rules.NotModelled, warning.Rule);
        Assert.Contains("operator famil", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_script_is_an_error_of_its_own()
    {
        using var folder = new TemporaryFolder();

        var error = await Assert.ThrowsAsync<SnapshotException>(() => ReadAsync(folder));

        Assert.Same(Rules.NoScripts, error.Diagnostic.Rule);
    }

    [Fact]
    public async Task A_missing_script_is_reported_before_any_server_starts()
    {
        using var folder = new TemporaryFolder();
        var missing = Path.Combine(folder.Path, "missing.sql");

        var error = await Assert.ThrowsAsync<SnapshotException>(() => ReadAsync(folder, missing));

        Assert.Same(Rules.UnreadableScript, error.Diagnostic.Rule);
        Assert.Equal(missing, error.Diagnostic.File);
    }

    [Fact]
    public async Task What_a_server_cannot_prepare_is_told_with_the_statement()
    {
        using var folder = new TemporaryFolder();
        var request = Request(folder, folder.Write("1.sql", "SELECT 1;")) with { Preparation = ["SET no_such_setting = on"] };

        var error = await Assert.ThrowsAsync<SnapshotException>(() => ScriptSource.ReadAsync(request, new CatalogOptions(), Ct));

        Assert.Same(Rules.ServerError, error.Diagnostic.Rule);
        Assert.Contains("SET no_such_setting = on: unrecognized configuration parameter", error.Message, StringComparison.Ordinal);
    }

    private static Task<SourceReading> ReadAsync(TemporaryFolder folder, params string[] files) =>
        ScriptSource.ReadAsync(Request(folder, files), new CatalogOptions(), Ct);

    private static ScriptRequest Request(TemporaryFolder folder, params string[] files) => new()
    {
        Files = [.. files.Select(file => new ScriptItem(file))],
        BaseDirectory = folder.Path,
        DatabaseName = "shop",
        Postgres = new PostgresSearch { ProjectDirectory = folder.Path },
    };
}
