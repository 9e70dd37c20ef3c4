using System.Globalization;
using Npgsql;
using SchemaSnapshot.Benchmarks.Measuring;
using SchemaSnapshot.Benchmarks.Readers;
using SchemaSnapshot.Benchmarks.Synthetic;

namespace SchemaSnapshot.Benchmarks;

/// <summary>Reading over a link on which a question and its answer take 30 ms.</summary>
internal static class FarAway
{
    private static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(30);

    /// <summary>Measures the databases.</summary>
    public static async Task<MarkdownTable> MeasureAsync(BenchmarkServer server, IEnumerable<(string Name, string ConnectionString, int Tables, int Runs)> databases)
    {
        var table = new MarkdownTable("schema", "pg_dump -s", "its round trips", "connect and read", "its round trips", "to pg_dump");
        foreach (var (name, connection, _, _) in databases)
        {
            var dump = await OverLinkAsync(connection, server.Dump.RunAsync).ConfigureAwait(false);
            var read = await OverLinkAsync(connection, SnapshotRead.RunAsync).ConfigureAwait(false);
            table.Add(name, MarkdownTable.Time(dump.Time), Text(dump.RoundTrips), MarkdownTable.Time(read.Time), Text(read.RoundTrips), MarkdownTable.Ratio(read.Time, dump.Time));
        }

        return table;
    }

    private static async Task<(TimeSpan Time, int RoundTrips)> OverLinkAsync(string connectionString, Func<string, Task> read)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        var link = new SlowLink(connection.Host!, connection.Port, RoundTrip);
        await using var _ = link.ConfigureAwait(false);
        connection.Host = link.Host;
        var sample = await Sample.ColdAsync(1, () => read(connection.ConnectionString)).ConfigureAwait(false);
        return (sample.Time, link.RoundTrips);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
