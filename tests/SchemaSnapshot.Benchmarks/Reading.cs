using System.Globalization;
using SchemaSnapshot.Benchmarks.Measuring;
using SchemaSnapshot.Benchmarks.Readers;
using SchemaSnapshot.Benchmarks.Synthetic;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot.Benchmarks;

/// <summary>Reading and serialising beside <c>pg_dump --schema-only</c> and a reader that asks for each table.</summary>
internal static class Reading
{
    /// <summary>The largest schema that the reader by table is made to read.</summary>
    private const int LargestByTable = 1_000;

    /// <summary>Measures the schemas.</summary>
    /// <param name="server">The server.</param>
    /// <param name="databases">The databases: the name of the schema, how many tables it has, how often to measure.</param>
    public static async Task<MarkdownTable> MeasureAsync(
        BenchmarkServer server, IEnumerable<(string Name, string ConnectionString, int Tables, int Runs)> databases)
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
            var byTable = tables > LargestByTable ? null : await Sample.ColdAsync(1, () => InformationSchemaRead.RunAsync(connection)).ConfigureAwait(false);
            var both = read.Time + written.Time;
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
