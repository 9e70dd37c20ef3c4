using System.Text.RegularExpressions;
using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

/// <summary>Every mode in every state: how the build ends, what it says and where, and which files it changes.</summary>
public sealed partial class ModeMatrixTests(PackedPackages packages, LiveServer server)
{
    private const string Tables = """
        CREATE TABLE orders (id bigint PRIMARY KEY, note text, price numeric);
        CREATE INDEX orders_note ON orders (note);
        """;

    private const string Map = "schema_map.json", Sql = "schema.sql", Reference = "SCHEMA_REFERENCE.md", Diagram = "SCHEMA_DIAGRAM.md", Changelog = "SCHEMA_CHANGELOG.md";

    private const string Nothing = "SELECT;";

    // What happened to the database after the baseline was committed.
    private static readonly Dictionary<string, string> Drift = new()
    {
        ["no drift"] = Nothing,
        ["compatible"] = "COMMENT ON TABLE orders IS 'One row per order.';",
        ["risky"] = "DROP INDEX orders_note;",
        ["breaking"] = "ALTER TABLE orders DROP COLUMN price;",
        ["unreachable"] = Nothing,
        ["no baseline"] = Nothing,
    };

    /// <summary>
    /// Mode, state, end, what is said, files changed. A diagnostic is told "at" the project, at the map as a whole, or at the name of
    /// the object whose element in the baseline's map begins at its line and column.
    /// </summary>
    public static TheoryData<string, string, string, string[], string[]> Cells => new()
    {
        { "Update", "no drift", "succeeds", [], [] },
        { "Update", "compatible", "succeeds", ["message SNAP4002 at orders"], [Changelog, Reference, Sql, Map] },
        { "Update", "risky", "succeeds", ["warning SNAP3005 at orders_note"], [Changelog, Reference, Sql, Map] },
        { "Update", "breaking", "fails", ["error SNAP2001 at price", "error SNAP0013 at the map"], [] },
        { "Update", "unreachable", "succeeds", ["warning SNAP1001 at the project"], [] },
        { "Update", "no baseline", "succeeds", [], [Diagram, Reference, Sql, Map] },

        { "Verify", "no drift", "succeeds", [], [] },
        { "Verify", "compatible", "succeeds", ["message SNAP4002 at orders", "warning SNAP0009 at the map"], [] },
        { "Verify", "risky", "succeeds", ["warning SNAP3005 at orders_note", "warning SNAP0009 at the map"], [] },
        { "Verify", "breaking", "fails", ["error SNAP2001 at price", "error SNAP0013 at the map"], [] },
        { "Verify", "unreachable", "fails", ["error SNAP1001 at the project"], [] },
        { "Verify", "no baseline", "fails", ["error SNAP0002 at the map"], [] },

        { "Offline", "no drift", "succeeds", [], [] },
        { "Offline", "compatible", "succeeds", [], [] },
        { "Offline", "risky", "succeeds", [], [] },
        { "Offline", "breaking", "succeeds", [], [] },
        { "Offline", "unreachable", "succeeds", [], [] },
        { "Offline", "no baseline", "succeeds", ["warning SNAP0003 at the project"], [] },
    };

    [Fact]
    public void There_is_a_cell_for_each_mode_and_state() =>
        Assert.Equal(
            from mode in (string[])["Update", "Verify", "Offline"] from state in Drift.Keys select (mode, state),
            Cells.Select(cell => (cell.Data.Item1, cell.Data.Item2)));

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Each_mode_in_each_state(string mode, string state, string end, string[] told, string[] changed)
    {
        await using var database = await server.CreateAsync(Tables);
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = state == "unreachable" ? "postgres://app:hunter2@127.0.0.1:1/shop" : database.Uri }.WriteProject();
        Directory.CreateDirectory(sandbox.PathOf("schema"));
        if (state != "no baseline")
        {
            await LiveBaseline.WriteAsync(database, sandbox.PathOf("schema"));
        }

        await database.ExecuteAsync(Drift[state]);
        var before = sandbox.Snapshot();

        var build = await sandbox.RunAsync("build", "-v:n", $"-p:SchemaSnapshotMode={mode}");

        Assert.Equal(end == "succeeds" ? 0 : 1, build.ExitCode);
        Assert.Equal(told, Told(build.Output, before.TryGetValue(Map, out var map) ? map.Text.Split('\n') : []));
        var after = sandbox.Snapshot();
        Assert.Equal(changed, after.Keys.Union(before.Keys).Where(file => before.GetValueOrDefault(file) != after.GetValueOrDefault(file)).Order(StringComparer.Ordinal));
        var connects = mode == "Update" || (mode == "Verify" && state != "no baseline");
        Assert.Equal(connects && state != "unreachable" ? 1 : 0, database.TakeConnections());
    }

    // Once each: the engine repeats warnings and errors at the end.
    private static IEnumerable<string> Told(string output, string[] map) =>
        Diagnostic().Matches(output).Select(told => $"{told.Groups["severity"].Value} {told.Groups["code"].Value} at {Place(told.Groups, map)}").Distinct();

    private static string Place(GroupCollection told, string[] map)
    {
        var (file, line, column) = (told["file"].Value, int.Parse(told["line"].ValueSpan), told["column"]);
        if (!column.Success)
        {
            Assert.Equal(1, line);
            return file.EndsWith("/App.csproj", StringComparison.Ordinal) ? "the project" : file.EndsWith($"/schema/{Map}", StringComparison.Ordinal) ? "the map" : file;
        }

        Assert.EndsWith($"/schema/{Map}", file, StringComparison.Ordinal);
        return Element().Match(map[line - 1][(int.Parse(column.ValueSpan) - 1)..]).Groups["name"].Value;
    }

    [GeneratedRegex(@"^(?:\s*\d+>)?\s*(?<file>\S+)\((?<line>\d+)(?:,(?<column>\d+))?\): (?<severity>error|warning|message) (?<code>SNAP\d+): ", RegexOptions.Multiline)]
    private static partial Regex Diagnostic();

    // "orders": {…} or {"name": "note", …}
    [GeneratedRegex(@"^(?:\{""name"": )?""(?<name>\w+)""")]
    private static partial Regex Element();
}
