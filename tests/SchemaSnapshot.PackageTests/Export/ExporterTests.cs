using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.PackageTests.Export;

/// <summary>The decisions of an export, with real files and a source made up.</summary>
public sealed class ExporterTests : ExporterFolder
{
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
        Assert.Empty(Directory.EnumerateFiles(Root, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Line_ends_that_Git_changed_are_no_change()
    {
        await RunAsync(Shop("id"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, "schema")))
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
        await File.WriteAllTextAsync(Path.Combine(Root, "schema"), "a file where the folder should be", Token);

        Assert.Equal([("SNAP5001", DiagnosticSeverity.Error)], Told(await RunAsync(Shop("id"))));
        Assert.Empty(Directory.EnumerateFiles(Root, "*.tmp", SearchOption.AllDirectories));
    }


    [Fact]
    public async Task An_export_now_writes_down_what_changed_where_the_baseline_can_be_read()
    {
        var export = Options() with { Command = SnapshotCommand.Export, Today = new DateOnly(2026, 11, 20) };
        await RunAsync(Shop("id", "note"), export);
        Assert.False(File.Exists(Changelog));

        var exported = await RunAsync(Shop("id"), export);

        Assert.Empty(exported.Diagnostics);
        Assert.EndsWith(": 1 breaking change.", exported.Summary, StringComparison.Ordinal);
        var changelog = await File.ReadAllTextAsync(Changelog, Token);
        Assert.Contains("## 2026-11-20: 1 breaking change\n", changelog, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Map, "<<<<<<< HEAD\n", Token);
        Assert.Empty((await RunAsync(Shop("id", "other"), export)).Diagnostics);
        Assert.Equal(changelog, await File.ReadAllTextAsync(Changelog, Token));
        Assert.Empty((await RunAsync(Shop("id", "other"))).Diagnostics);
    }

    [Fact]
    public async Task What_is_said_of_an_unreachable_source_is_what_happens()
    {
        await RunAsync(Shop("id"));
        Assert.EndsWith(" The build goes on with the baseline.", (await FailAsync(Rules.Unreachable, Options())).Diagnostics[0].Message, StringComparison.Ordinal);

        var strict = Options() with { Policy = new() { Severities = new() { WarningsAreErrors = true } } };

        var failure = Assert.Single((await FailAsync(Rules.Unreachable, strict)).Diagnostics);
        Assert.Equal(DiagnosticSeverity.Error, failure.Severity);
        Assert.EndsWith(" Warnings are errors here: SchemaSnapshotMode=Offline builds from the baseline.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_that_matches_nothing_is_told_by_every_build()
    {
        var script = Path.Combine(Root, "1.sql");
        await File.WriteAllTextAsync(script, "-- as it is", Token);
        var scripts = Options() with { Scripts = [new(script)], Policy = new() { Scope = SnapshotScope.Parse([], [], [], ["public.ordres"]) } };

        for (var build = 0; build < 2; build++)
        {
            var told = Assert.Single((await RunAsync(Shop("id"), scripts)).Diagnostics);
            Assert.Equal(
                (Rules.MatchesNothing, DiagnosticSeverity.Warning, "SchemaSnapshotExcludeTables 'public.ordres' matches nothing, neither in the baseline nor in the source. Correct it or take it out."),
                (told.Rule, told.Severity, told.Message));
        }
    }
}
