using SchemaSnapshot.Benchmarks.Measuring;
using SchemaSnapshot.Benchmarks.Readers;
using SchemaSnapshot.Benchmarks.Synthetic;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;
using SchemaSnapshot.Tasks.Rendering;
using SchemaSnapshot.Tasks.Rendering.CSharp;
using SchemaSnapshot.Tasks.Rendering.Ddl;
using SchemaSnapshot.Tasks.Rendering.Migration;

namespace SchemaSnapshot.Benchmarks;

/// <summary>What is done with a snapshot in memory.</summary>
internal static class Working
{
    /// <summary>Measures each step for each schema.</summary>
    public static async Task<MarkdownTable> MeasureAsync(IReadOnlyList<(string Name, string ConnectionString, int Tables, int Runs)> databases)
    {
        var table = new MarkdownTable(["step", .. databases.SelectMany(database => new[] { database.Name, "allocated" })]);
        var columns = new List<List<(string Step, Sample Sample)>>();
        foreach (var (_, connection, _, runs) in databases)
        {
            var snapshot = await SnapshotRead.RunAsync(connection).ConfigureAwait(false);
            columns.Add(await MeasureAsync(snapshot, runs).ConfigureAwait(false));
        }

        for (var step = 0; step < columns[0].Count; step++)
        {
            table.Add([columns[0][step].Step, .. columns.SelectMany(column => new[] { MarkdownTable.Time(column[step].Sample.Time), MarkdownTable.Memory(column[step].Sample.Allocated) })]);
        }

        return table;
    }

    private static async Task<List<(string Step, Sample Sample)>> MeasureAsync(DatabaseSnapshot snapshot, int runs)
    {
        var map = SchemaMapWriter.ToBytes(snapshot);
        var drifted = DriftedSchema.Of(snapshot);
        (string, Action)[] steps =
        [
            ("read the map", () => SchemaMapReader.Read(map)),
            ("fingerprint", () => Fingerprint.Of(snapshot)),
            ("compare with itself", () => Verdicts.Of(snapshot, SchemaMapReader.Read(map).Snapshot)),
            ("compare, 1 % changed, with rules", () => Verdicts.Of(snapshot, drifted)),
            ("SCHEMA_REFERENCE.md", () => ReferenceRenderer.Render(snapshot, TextWriter.Null)),
            ("SCHEMA_DIAGRAM.md", () => DiagramRenderer.Render(snapshot, TextWriter.Null)),
            ("schema.sql", () => SchemaSqlRenderer.Render(snapshot, TextWriter.Null)),
            ("migration, 1 % changed", () => MigrationRenderer.Render(MigrationPlan.Of(snapshot, drifted), allowDataLoss: true)),
            ("records in C#", () => ModelsRenderer.Render(snapshot, new ModelOptions { Namespace = "Models", Flavour = ModelFlavour.Records, HasNpgsql = true })),
        ];
        var samples = new List<(string, Sample)>();
        foreach (var (step, action) in steps)
        {
            samples.Add((step, await Sample.OfAsync(runs, action).ConfigureAwait(false)));
        }

        return samples;
    }
}
