using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.PackageTests.Export;

/// <summary>The decisions of an export, with real files and a source made up.</summary>
public sealed class ExporterTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("exporter-").FullName;

    private string Map => Path.Combine(root, "schema", "schema_map.json");

    private string Acceptances => Path.Combine(root, "schema", "accepted_drift.json");

    private string Reference => Path.Combine(root, "schema", "SCHEMA_REFERENCE.md");

    [Fact]
    public async Task The_same_schema_touches_nothing_whatever_the_header_says()
    {
        await RunAsync(Shop("id"));
        var before = Files();

        var result = await RunAsync(Shop("id") with { ServerVersion = "18.1", Host = "elsewhere", ExportedAt = DateTimeOffset.UnixEpoch });

        Assert.Empty(result.Diagnostics);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Another_schema_rewrites_every_file()
    {
        await RunAsync(Shop("id"));
        var before = Files();

        await RunAsync(Shop("id", "note"));

        var after = Files();
        Assert.All(["schema_map.json", "SCHEMA_REFERENCE.md"], file => Assert.NotEqual(before[file].Text, after[file].Text));
        Assert.Equal([.. before.Keys.Append("SCHEMA_CHANGELOG.md").Order()], after.Keys.Order());
        Assert.Empty(Directory.EnumerateFiles(root, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Line_ends_that_Git_changed_are_no_change()
    {
        await RunAsync(Shop("id"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "schema")))
        {
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Token)).Replace("\n", "\r\n", StringComparison.Ordinal), Token);
        }

        var before = Files();
        Assert.Empty((await RunAsync(Shop("id"))).Diagnostics);

        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task A_document_that_was_changed_is_made_again_and_the_notes_in_it_stay()
    {
        await RunAsync(Shop("id"));
        var original = await File.ReadAllTextAsync(Reference, Token);
        var noted = original.Replace("<!-- /schema-snapshot:notes -->", "See the wiki.\n<!-- /schema-snapshot:notes -->", StringComparison.Ordinal);
        Assert.NotEqual(original, noted);
        await File.WriteAllTextAsync(Reference, noted + "scribble\n", Token);

        await RunAsync(Shop("id"));

        Assert.Equal(noted, await File.ReadAllTextAsync(Reference, Token));
    }

    [Fact]
    public async Task Verify_says_what_is_stale_and_writes_nothing()
    {
        var verify = Options() with { Mode = SnapshotMode.Verify };
        Assert.Equal([("SNAP0002", DiagnosticSeverity.Error)], Told(await RunAsync(Shop("id"), verify)));
        Assert.False(File.Exists(Map));

        await RunAsync(Shop("id"));
        var before = Files();
        Assert.Empty(Told(await RunAsync(Shop("id"), verify)));
        Assert.Equal([("SNAP4002", DiagnosticSeverity.Message), ("SNAP0009", DiagnosticSeverity.Warning)], Told(await RunAsync(Shop("id", "note"), verify)));
        Assert.Equal([("SNAP4002", DiagnosticSeverity.Message), ("SNAP0009", DiagnosticSeverity.Error)], Told(await RunAsync(Shop("id", "note"), verify with { StaleIs = DiagnosticSeverity.Error })));
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Only_an_unreachable_source_lets_the_build_go_on_with_the_baseline()
    {
        await RunAsync(Shop("id"));

        Assert.Equal([("SNAP1001", DiagnosticSeverity.Warning)], Told(await FailAsync(Rules.Unreachable, Options())));
        Assert.Equal([("SNAP1010", DiagnosticSeverity.Warning)], Told(await FailAsync(Rules.TimedOut, Options())));
        Assert.Equal([("SNAP1001", DiagnosticSeverity.Error)], Told(await FailAsync(Rules.Unreachable, Options() with { Mode = SnapshotMode.Verify })));
        Assert.Equal([("SNAP1001", DiagnosticSeverity.Error)], Told(await FailAsync(Rules.Unreachable, Options() with { Command = SnapshotCommand.Export })));
        Assert.Equal([("SNAP1002", DiagnosticSeverity.Error)], Told(await FailAsync(Rules.AuthenticationFailed, Options())));
        File.Delete(Map);
        Assert.Equal([("SNAP1001", DiagnosticSeverity.Error)], Told(await FailAsync(Rules.Unreachable, Options())));
    }

    [Fact]
    public async Task A_map_that_was_edited_by_hand_is_told_and_made_again()
    {
        await RunAsync(Shop("id"));
        var map = await File.ReadAllTextAsync(Map, Token);
        await File.WriteAllTextAsync(Map, map.Replace("\"type\"", "\"comment\": \"mine\", \"type\"", StringComparison.Ordinal), Token);

        Assert.Equal([("SNAP0008", DiagnosticSeverity.Warning), ("SNAP4002", DiagnosticSeverity.Message)], Told(await RunAsync(Shop("id"))));

        Assert.Equal(map, await File.ReadAllTextAsync(Map, Token));
    }

    [Fact]
    public async Task A_change_is_told_at_its_place_and_a_breaking_one_leaves_the_files_alone()
    {
        await RunAsync(Shop("id", "note"));
        var before = Files();

        var result = await RunAsync(Shop("id"));

        Assert.Equal([("SNAP2001", DiagnosticSeverity.Error), ("SNAP0013", DiagnosticSeverity.Error)], Told(result));
        var place = result.Diagnostics[0];
        Assert.Contains("\"note\"", (await File.ReadAllLinesAsync(Map, Token))[place.Line - 1][(place.Column - 1)..], StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Accepting_takes_any_drift_and_writes_it_down()
    {
        await RunAsync(Shop("id", "note"));

        var accepted = await RunAsync(Shop("id"), Options() with { Command = SnapshotCommand.Accept, Today = new DateOnly(2026, 11, 20) });

        Assert.Equal([("SNAP2001", DiagnosticSeverity.Message)], Told(accepted));
        Assert.Contains("## 2026-11-20: 1 breaking change\n", await File.ReadAllTextAsync(Path.Combine(root, "schema", "SCHEMA_CHANGELOG.md"), Token), StringComparison.Ordinal);
        Assert.Empty((await RunAsync(Shop("id"))).Diagnostics);
    }

    [Fact]
    public async Task An_acceptance_lets_its_change_pass_until_it_expires()
    {
        var verify = Options() with { Mode = SnapshotMode.Verify, Today = new DateOnly(2026, 11, 20) };
        await RunAsync(Shop("id", "note"));
        await WriteAcceptanceAsync("SNAP2001", "column public.orders.note", "No program reads it.", "2026-11-20");

        var accepted = await RunAsync(Shop("id"), verify);
        Assert.Equal([("SNAP2001", DiagnosticSeverity.Message)], Told(accepted));
        Assert.Equal("1 accepted change is not in the baseline; take it in with: dotnet build -t:SchemaSnapshotAccept", accepted.Summary);
        Assert.True(accepted.IsNews);
        Assert.EndsWith("(accepted: No program reads it.)", accepted.Diagnostics[0].Message, StringComparison.Ordinal);

        var expired = await RunAsync(Shop("id"), verify with { Today = new DateOnly(2026, 11, 21) });
        Assert.Equal(["SNAP0014", "SNAP2001", "SNAP0013"], Told(expired).Select(told => told.Code));
        Assert.Equal(3, expired.Diagnostics[0].Line);
        Assert.Contains("2026-11-20", expired.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal([("SNAP0015", DiagnosticSeverity.Warning)], Told(await RunAsync(Shop("id", "note"), verify)));
        Assert.Equal(["SNAP0015", "SNAP2001", "SNAP0013"], Told(await RunAsync(Shop("note"), verify)).Select(told => told.Code));
    }

    [Theory]
    [InlineData("SNAP2001", "column public.orders.note", " ", "2026-11-20", "has no reason", 3)]
    [InlineData("SNAP2001", "", "because", "2026-11-20", "has no object", 3)]
    [InlineData("SNAP2001", "column public.orders.note", "because", "soon", "no day", 3)]
    [InlineData("SNAP2001\nx", "column public.orders.note", "because", "2026-11-20", "0x0A", 3)]
    public async Task An_acceptance_that_cannot_be_understood_accepts_nothing(string rule, string name, string reason, string expires, string text, int line)
    {
        await RunAsync(Shop("id", "note"));
        var before = Files();
        await WriteAcceptanceAsync(rule, name, reason, expires);

        var result = await RunAsync(Shop("id"));

        var error = Assert.Single(result.Diagnostics);
        Assert.Equal(("SNAP0016", DiagnosticSeverity.Error, line), (error.Rule.Code, error.Severity, error.Line));
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
        Assert.All(before, file => Assert.Equal(file.Value, Files()[file.Key]));
    }

    [Fact]
    public async Task Acceptances_are_written_for_a_person_to_fill_in_the_reasons()
    {
        await RunAsync(Shop("id", "note"));

        var result = await RunAsync(Shop("id"), Options() with { WriteAcceptances = true });

        Assert.Equal(["SNAP2001", "SNAP0013"], Told(result).Select(told => told.Code));
        Assert.Equal(["SNAP0016"], Told(await RunAsync(Shop("id"))).Select(told => told.Code));
        var written = await File.ReadAllTextAsync(Acceptances, Token);
        await File.WriteAllTextAsync(Acceptances, written.Replace("\"reason\": \"\"", "\"reason\": \"because\"", StringComparison.Ordinal), Token);
        Assert.Equal([("SNAP2001", DiagnosticSeverity.Message)], Told(await RunAsync(Shop("id"))));
    }

    [Fact]
    public async Task What_only_an_acceptance_lets_pass_keeps_the_baseline_waiting()
    {
        var script = Path.Combine(root, "1.sql");
        var scripts = Options() with { Scripts = [script], Today = new DateOnly(2026, 11, 20) };
        await File.WriteAllTextAsync(script, "-- old", Token);
        await RunAsync(Shop("id", "note", "other"), scripts);
        await File.WriteAllTextAsync(script, "-- new", Token);
        await WriteAcceptanceAsync("SNAP2001", "column public.orders.note", "No program reads it.", "2026-11-20");
        var before = Files();

        // What comes along waits, too: a baseline is one schema, not half of two.
        for (var build = 0; build < 2; build++)
        {
            var waiting = await RunAsync(Shop("id", "other", "added"), scripts);
            Assert.Equal([("SNAP4002", DiagnosticSeverity.Message), ("SNAP2001", DiagnosticSeverity.Message)], Told(waiting));
            Assert.Equal(("1 accepted change is not in the baseline; take it in with: dotnet build -t:SchemaSnapshotAccept", true), (waiting.Summary, waiting.IsNews));
        }

        Assert.Equal(["SNAP4002", "SNAP2001", "SNAP2001", "SNAP0013"], Told(await RunAsync(Shop("id", "added"), scripts)).Select(told => told.Code));
        var expired = await RunAsync(Shop("id", "other", "added"), scripts with { Today = new DateOnly(2026, 11, 21) });
        Assert.Equal(["SNAP0014", "SNAP4002", "SNAP2001", "SNAP0013"], Told(expired).Select(told => told.Code));
        Assert.Equal(before, Files());
    }

    [Theory]
    [InlineData("2026-11-20", "(accepted: No program reads it.)")]
    [InlineData("2026-11-19", "readers and writers break")]
    public async Task Accepting_fulfils_the_decisions_about_what_it_takes_in(string expires, string end)
    {
        var accept = Options() with { Command = SnapshotCommand.Accept, Today = new DateOnly(2026, 11, 20) };
        await RunAsync(Shop("id", "note", "other"));
        await WriteAcceptanceAsync("SNAP2001", "column public.orders.note", "No program reads it.", expires);

        var accepted = await RunAsync(Shop("id", "other"), accept);

        Assert.Equal([("SNAP2001", DiagnosticSeverity.Message)], Told(accepted));
        Assert.EndsWith(end, accepted.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Acceptances));
        Assert.Contains("## 2026-11-20: 1 breaking change\n", await File.ReadAllTextAsync(Path.Combine(root, "schema", "SCHEMA_CHANGELOG.md"), Token), StringComparison.Ordinal);
        Assert.Empty(Told(await RunAsync(Shop("id", "other"))));
    }

    [Fact]
    public async Task Accepting_leaves_the_decisions_about_something_else()
    {
        await RunAsync(Shop("id", "note"));
        await File.WriteAllTextAsync(
            Acceptances,
            """{"accepted": [{"rule": "SNAP2001", "object": "column public.orders.note", "reason": "a"}, {"rule": "SNAP2001", "object": "column public.orders.id", "reason": "b"}]}""",
            Token);

        var accepted = await RunAsync(Shop("id"), Options() with { Command = SnapshotCommand.Accept });

        Assert.Equal([("SNAP2001", DiagnosticSeverity.Message), ("SNAP0015", DiagnosticSeverity.Warning)], Told(accepted));
        var left = Assert.Single(new AcceptanceFile(Acceptances).Read());
        Assert.Equal(("SNAP2001", "column public.orders.id", "b"), (left.Rule, left.Object, left.Reason));
    }

    [Fact]
    public async Task A_risky_change_that_is_accepted_is_taken_in()
    {
        var policy = new DriftPolicy { Severities = new() { Asked = RuleItems.Read([("SNAP2001", "Warning")]) } };
        await RunAsync(Shop("id", "note"));
        await WriteAcceptanceAsync("SNAP2001", "column public.orders.note", "No program reads it.", "9999-12-31");

        Assert.Equal([("SNAP2001", DiagnosticSeverity.Message)], Told(await RunAsync(Shop("id"), Options() with { Policy = policy })));
        Assert.Equal([("SNAP0015", DiagnosticSeverity.Warning)], Told(await RunAsync(Shop("id"), Options() with { Policy = policy })));
    }

    [Fact]
    public async Task Reports_lie_there_as_long_as_there_is_drift()
    {
        await RunAsync(Shop("id", "note"));
        Assert.Empty(Reports());

        await RunAsync(Shop("id"));
        Assert.Equal(["schema-drift.json", "schema-drift.md", "schema-drift.sarif"], Reports());

        await RunAsync(Shop("id", "note"));
        Assert.Empty(Reports());
    }

    [Fact]
    public async Task Privileges_that_no_longer_belong_to_the_snapshot_are_not_revoked()
    {
        var granted = new DefinedObject { Kind = DefinedKind.All.Single(kind => kind.Id == "schema_privileges"), Name = "app", Definition = "GRANT USAGE ON SCHEMA public TO app" };
        var shop = Shop("id");
        await RunAsync(shop with { Schemas = [shop.Schemas[0] with { Objects = [granted] }] });

        Assert.Equal([("SNAP0009", DiagnosticSeverity.Warning)], Told(await RunAsync(shop, Options() with { Mode = SnapshotMode.Verify, Policy = new() { Privileges = false } })));
        Assert.Equal(["SNAP2014", "SNAP0013"], Told(await RunAsync(shop)).Select(told => told.Code));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_has_its_code()
    {
        Directory.CreateDirectory(Map);

        Assert.Equal([("SNAP5002", DiagnosticSeverity.Error)], Told(await RunAsync(Shop("id"))));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_has_its_code()
    {
        await File.WriteAllTextAsync(Path.Combine(root, "schema"), "a file where the folder should be", Token);

        Assert.Equal([("SNAP5001", DiagnosticSeverity.Error)], Told(await RunAsync(Shop("id"))));
        Assert.Empty(Directory.EnumerateFiles(root, "*.tmp", SearchOption.AllDirectories));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static DatabaseSnapshot Shop(params string[] columns) => new()
    {
        Database = "shop",
        Schemas = [new Schema { Name = "public", Tables = [new Relation { Name = "orders", Columns = [.. columns.Select(name => new Column { Name = name, Type = "bigint", Nullable = true })] }] }],
    };

    private static IEnumerable<(string Code, DiagnosticSeverity Severity)> Told(ExportResult result) =>
        result.Diagnostics.Select(diagnostic => (diagnostic.Rule.Code, diagnostic.Severity));

    private Task WriteAcceptanceAsync(string rule, string name, string reason, string expires) => File.WriteAllTextAsync(
        Acceptances,
        $$"""
        {
          "accepted": [
            {"rule": "{{rule}}", "object": "{{name}}", "reason": "{{reason}}", "expires": "{{expires}}"}
          ]
        }
        """,
        Token);

    private IEnumerable<string> Reports() =>
        Directory.EnumerateFiles(root, "schema-drift.*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private ExportOptions Options() => new() { Directory = Path.Combine(root, "schema") + Path.DirectorySeparatorChar, IntermediateDirectory = Path.Combine(root, "obj") };

    private Task<ExportResult> RunAsync(DatabaseSnapshot snapshot, ExportOptions? options = null) =>
        new Exporter(options ?? Options(), new MadeUpSources(() => snapshot)).RunAsync(Token);

    private static Task<ExportResult> FailAsync(DiagnosticRule rule, ExportOptions options) =>
        new Exporter(options, new MadeUpSources(() => throw new SnapshotException(rule.At("as asked")))).RunAsync(Token);

    private Dictionary<string, (string Text, DateTime Written)> Files() =>
        new DirectoryInfo(Path.Combine(root, "schema")).EnumerateFiles().ToDictionary(file => file.Name, file => (File.ReadAllText(file.FullName), file.LastWriteTimeUtc));
}
