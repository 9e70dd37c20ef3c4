using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.PackageTests.Export;

/// <summary>What a decision to let a change pass does, and for how long.</summary>
public sealed class AcceptanceTests : ExporterFolder
{
    [Fact]
    public async Task Accepting_takes_any_drift_and_writes_it_down()
    {
        await RunAsync(Shop("id", "note"));

        var accepted = await RunAsync(Shop("id"), Options() with { Command = SnapshotCommand.Accept, Today = new DateOnly(2026, 11, 20) });

        Assert.Equal([("SNAP2001", DiagnosticSeverity.Message)], Told(accepted));
        Assert.Contains("## 2026-11-20: 1 breaking change\n", await File.ReadAllTextAsync(Changelog, Token), StringComparison.Ordinal);
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
        var script = Path.Combine(Root, "1.sql");
        var scripts = Options() with { Scripts = [new(script)], Today = new DateOnly(2026, 11, 20) };
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
        Assert.Contains("## 2026-11-20: 1 breaking change\n", await File.ReadAllTextAsync(Changelog, Token), StringComparison.Ordinal);
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
        var left = Assert.Single(new AcceptanceFile(Acceptances).Read()).Change;
        Assert.Equal(("SNAP2001", "column public.orders.id", "b"), (left.Rule, left.Subject, left.Reason));
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
}
