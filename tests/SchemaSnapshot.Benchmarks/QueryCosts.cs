using System.Globalization;
using System.Text.Json;
using SchemaSnapshot.Benchmarks.Measuring;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Benchmarks;

/// <summary>What each query of the read costs the server in a session of its own, as <c>EXPLAIN (ANALYZE)</c> has it: what bounds the read.</summary>
internal static class QueryCosts
{
    private const int Shown = 10;
    private const string Explain = "EXPLAIN (ANALYZE, SUMMARY, TIMING OFF, FORMAT JSON) ";

    /// <summary>Measures the databases.</summary>
    public static async Task<MarkdownTable> MeasureAsync(IReadOnlyList<(string Name, string ConnectionString, int Tables, int Runs)> databases)
    {
        var table = new MarkdownTable(["query", .. databases.SelectMany(database => new[] { $"{database.Name}: plan", "run" })]);
        var costs = new List<Dictionary<string, Cost>>();
        foreach (var database in databases)
        {
            costs.Add(await ExplainAsync(database.ConnectionString).ConfigureAwait(false));
        }

        var byWeight = costs[^1].OrderByDescending(cost => cost.Value.Total).Select(cost => cost.Key).ToList();
        foreach (var query in byWeight.Take(Shown))
        {
            Add(query, costs.Select(cost => cost[query]));
        }

        var others = byWeight.Skip(Shown).ToList();
        Add(string.Create(CultureInfo.InvariantCulture, $"{others.Count} others"), costs.Select(cost => Sum(others.Select(query => cost[query]))));
        Add("all", costs.Select(cost => Sum(cost.Values)));
        return table;

        void Add(string name, IEnumerable<Cost> cells) => table.Add([name, .. cells.SelectMany(cost => new[] { MarkdownTable.Time(cost.Plan), MarkdownTable.Time(cost.Run) })]);
    }

    private static async Task<Dictionary<string, Cost>> ExplainAsync(string connectionString)
    {
        var source = Connector.Source(connectionString);
        await using var disposing = source.ConfigureAwait(false);
        var connection = await Connector.OpenAsync(source, CancellationToken.None).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var queries = CatalogQuery.For(CatalogReader.SupportedMajor(connection))
            .Where(query => query.Name is not (CatalogMark.Query or ExactRowCounts.Countable)).ToList();
        var plans = await new CatalogSession(connection, new CatalogOptions())
            .ReadApartAsync(queries.Select(query => Explain + query.Text), CancellationToken.None).ConfigureAwait(false);
        return queries.Zip(plans).ToDictionary(pair => pair.First.Name, pair => Cost.Of(pair.Second.Single().Text("QUERY PLAN")), StringComparer.Ordinal);
    }

    private static Cost Sum(IEnumerable<Cost> costs) => costs.Aggregate((sum, cost) => new Cost(sum.Plan + cost.Plan, sum.Run + cost.Run));

    private sealed record Cost(TimeSpan Plan, TimeSpan Run)
    {
        public TimeSpan Total => Plan + Run;

        public static Cost Of(string plan)
        {
            using var json = JsonDocument.Parse(plan);
            var root = json.RootElement[0];
            return new(Milliseconds("Planning Time"), Milliseconds("Execution Time"));

            TimeSpan Milliseconds(string name) => TimeSpan.FromMilliseconds(root.GetProperty(name).GetDouble());
        }
    }
}
