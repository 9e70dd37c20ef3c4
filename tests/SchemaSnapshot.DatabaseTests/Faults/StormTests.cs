using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Serialization;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Faults;

/// <summary>Exports while others change the schema. <c>SCHEMASNAPSHOT_TEST_FULL=1</c> makes it last longer.</summary>
public sealed partial class StormTests(PostgresServers servers, ITestOutputHelper output)
{
    private const int Sessions = 3;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static (int Exports, int Statements) Size => TestRun.IsFull ? (200, 5000) : (40, 1000);

    [Fact]
    public async Task Every_export_under_a_storm_of_DDL_is_of_one_moment()
    {
        var server = await servers.NewestAsync();
        await using var database = await server.CreateDatabaseAsync();
        var settings = Live.Settings(server, database.Name);
        var options = new CatalogOptions { Patience = TimeSpan.FromMinutes(1) };
        await using var storm = await Storm.StartAsync(database, Sessions, await PauseAsync(settings, options));
        var fingerprints = new Dictionary<string, string>(StringComparer.Ordinal);
        var (exports, longest) = (0, TimeSpan.Zero);
        for (; exports < Size.Exports || storm.Statements < Size.Statements; exports++)
        {
            var watch = Stopwatch.StartNew();
            var reading = await LiveSource.ReadAsync(settings, options, Ct);
            longest = watch.Elapsed > longest ? watch.Elapsed : longest;

            IsOfOneMoment(reading);
            var fingerprint = Fingerprint.Of(reading.Snapshot);
            Assert.Equal(fingerprint, fingerprints.GetValueOrDefault(reading.Mark!, fingerprint));
            fingerprints[reading.Mark!] = fingerprint;
        }

        output.WriteLine($"{exports} exports, the longest of {longest.TotalSeconds:0.0} s, under {storm.Statements} statements in {storm.Transactions} transactions, the longest of {storm.Longest.TotalSeconds:0.0} s; {fingerprints.Values.Distinct().Count()} different states were read.");
        Assert.InRange(fingerprints.Values.Distinct().Count(), 2, exports);
        // A transaction that an export blocks waits for the export's locks, which it holds for one short transaction.
        Assert.InRange(storm.Longest, TimeSpan.Zero, options.LockTimeout);
    }

    [Fact]
    public async Task A_schema_that_never_stands_still_is_given_up_with_a_code()
    {
        var server = await servers.NewestAsync();
        await using var database = await server.CreateDatabaseAsync();
        await using var storm = await Storm.StartAsync(database, sessions: 4, pause: TimeSpan.Zero);

        var error = await Live.FailureAsync(Live.Settings(server, database.Name), new CatalogOptions { Patience = TimeSpan.FromSeconds(1) });

        Assert.Equal("SNAP1031", error?.Rule.Code);
    }

    /// <summary>As long as a reading, so that about one of three finds a moment without changes on every machine.</summary>
    private static async Task<TimeSpan> PauseAsync(ConnectionSettings settings, CatalogOptions options)
    {
        await LiveSource.ReadAsync(settings, options, Ct);
        var watch = Stopwatch.StartNew();
        await LiveSource.ReadAsync(settings, options, Ct);
        return watch.Elapsed * Sessions;
    }

    private static void IsOfOneMoment(SourceReading reading)
    {
        var map = Encoding.UTF8.GetString(SchemaMapWriter.ToBytes(reading.Snapshot));
        var sessions = Tag().Matches(map).GroupBy(tag => tag.Groups[1].Value, StringComparer.Ordinal).ToList();
        Assert.Equal(Sessions, sessions.Count);
        Assert.All(sessions, session => Assert.True(
            session.Select(tag => tag.Value).Distinct(StringComparer.Ordinal).Count() == 1,
            string.Create(CultureInfo.InvariantCulture, $"Torn: {string.Join(", ", session.CountBy(tag => tag.Value))}\n{map}")));
        // Nothing is missing either: all sessions have the same objects.
        Assert.Single(sessions.Select(session => session.Count()).Distinct());
    }

    [GeneratedRegex(@"s(\d+)n\d+")]
    private static partial Regex Tag();
}
