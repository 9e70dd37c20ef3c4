using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Serialization;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Faults;

/// <summary>Exports while others change the schema.</summary>
public sealed partial class StormTests(PostgresServers servers, ITestOutputHelper output)
{
    private const int Sessions = 3;
    private const int Exports = 200;
    private const int Statements = 5000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = 600_000)]
    public async Task Every_export_under_a_storm_of_DDL_is_of_one_moment()
    {
        var server = await servers.NewestAsync();
        await using var database = await server.CreateDatabaseAsync();
        var settings = Live.Settings(server, database.Name);
        var options = new CatalogOptions { Patience = TimeSpan.FromMinutes(1) };
        var fingerprints = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var times = new ConcurrentBag<TimeSpan>();
        await using var storm = await Storm.StartAsync(database, Sessions, statements => Pause(statements, times.Count));

        // Two at a time: what one waits for after a reading in vain, the other uses.
        await Task.WhenAll(ExportAsync(), ExportAsync());

        output.WriteLine($"{times.Count} exports, the longest of {times.Max().TotalSeconds:0.0} s, under {storm.Statements} statements in {storm.Transactions} transactions, the longest of {storm.Longest.TotalSeconds:0.0} s; {fingerprints.Values.Distinct().Count()} different states were read.");
        Assert.InRange(fingerprints.Values.Distinct().Count(), 2, times.Count);
        // A transaction that an export blocks waits for the export's locks, which it holds for one short transaction.
        Assert.InRange(storm.Longest, TimeSpan.Zero, options.LockTimeout);

        async Task ExportAsync()
        {
            while (times.Count < Exports || storm.Statements < Statements)
            {
                var watch = Stopwatch.StartNew();
                var reading = await LiveSource.ReadAsync(settings, options, Ct);
                times.Add(watch.Elapsed);
                IsOfOneMoment(reading);
                var fingerprint = Fingerprint.Of(reading.Snapshot);
                Assert.Equal(fingerprint, fingerprints.GetOrAdd(reading.Mark!, fingerprint));
            }
        }
    }

    [Fact]
    public async Task A_schema_that_never_stands_still_is_given_up_with_a_code()
    {
        var server = await servers.NewestAsync();
        await using var database = await server.CreateDatabaseAsync();
        await using var storm = await Storm.StartAsync(database, sessions: 4, _ => TimeSpan.Zero);

        var error = await Live.FailureAsync(Live.Settings(server, database.Name), new CatalogOptions { Patience = TimeSpan.FromSeconds(1) });

        Assert.Equal("SNAP1031", error?.Rule.Code);
    }

    /// <summary>
    /// The longer, the further the storm is ahead of the exports: else what is a breeze on an idle machine is on a busy one a storm without a
    /// moment's rest.
    /// </summary>
    private static TimeSpan Pause(int statements, int exports) =>
        TimeSpan.FromMilliseconds(20 * Math.Pow(2, (statements - ((double)exports * Statements / Exports)) / 40));

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
