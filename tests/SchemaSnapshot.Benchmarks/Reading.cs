using System.Globalization;
using SchemaSnapshot.Benchmarks.Measuring;
using SchemaSnapshot.Benchmarks.Readers;
using SchemaSnapshot.Benchmarks.Synthetic;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot.Benchmarks;

/// <summary>Reading and serialising beside <c>pg_dump --schema-only</c> and a reader that asks for each table.</summary>
internal static class Reading
{
    /// <summary>How many times as long as <c>pg_dump</c> reading and serialising may take: far more than they do, so that a busy machine passes.</summary>
    private const double Bound = 3;

    /// <summary>Measures the schemas.</summary>
    /// <param name="server">The server.</param>
    /// <param name="databases">The databases: the name of the schema, how many tables it has, how often to measure.</param>
    /// <param name="largestByTable">The largest schema that the reader by table is made to read, which takes its time.</param>
    public static async Task<MarkdownTable> MeasureAsync(
        BenchmarkServer server, IEnumerable<(string Name, string ConnectionString, int Tables, int Runs)> databases, int largestByTable)
    {
        var table = new MarkdownTable(
            "schema", "pg_dump -s", "read", "serialise", "both", "to pg_dump", "per table", "allocated", "cold process", "its peak", "by table", "to pg_dump");
        foreach (var (name, connection, tables, runs) in databases)
        {
            var dump = await Sample.OfAsync(runs, () => server.Dump.RunAsync(connection)).ConfigureAwait(false);
            var snapshot = await SnapshotRead.RunAsync(connection).ConfigureAwait(false);
            var read = await Sample.OfAsync(runs, () => SnapshotRead.RunAsync(connection)).ConfigureAwait(false);
            var written = await Sample.OfAsync(runs, () => SchemaMapWriter.Write(snapshot, Stream.Null)).ConfigureAwait(false);
            var cold = await ColdExport.MeasureAsync(connection).ConfigureAwait(false);
            var byTable = tables > largestByTable ? null : await Sample.ColdAsync(1, () => InformationSchemaRead.RunAsync(connection)).ConfigureAwait(false);
            var both = read.Time + written.Time;
            if (both > dump.Time * Bound)
            {
                Environment.ExitCode = 1;
                await Console.Error.WriteLineAsync($"{name}: reading and serialising take more than {Bound} times as long as pg_dump.").ConfigureAwait(false);
            }

            table.Add(
                name,
                MarkdownTable.Time(dump.Time),
                MarkdownTable.Time(read.Time),
                MarkdownTable.Time(written.Time),
                MarkdownTable.Time(both),
                MarkdownTable.Ratio(both, dump.Time),
                (both.TotalMilliseconds * 1000 / tables).ToString("0' µs'", CultureInfo.InvariantCulture),
                MarkdownTable.Memory(read.Allocated + written.Allocated),
                MarkdownTable.Time(cold.Time),
                MarkdownTable.Memory(cold.Peak),
                byTable is null ? "" : MarkdownTable.Time(byTable.Time),
                byTable is null ? "" : MarkdownTable.Ratio(byTable.Time, dump.Time));
        }

        return table;
    }
}
