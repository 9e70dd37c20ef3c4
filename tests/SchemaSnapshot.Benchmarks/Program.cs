using System.Text;
using SchemaSnapshot.Benchmarks;
using SchemaSnapshot.Benchmarks.Builds;
using SchemaSnapshot.Benchmarks.Measuring;
using SchemaSnapshot.Benchmarks.Synthetic;

if (args is [ColdExport.Argument])
{
    await ColdExport.RunAsync().ConfigureAwait(false);
    return;
}

// Quick: what fits into a change's own checks. All: what docs/performance.md shows.
var isQuick = args is ["--quick"];
Sample.WarmUp = isQuick ? TimeSpan.FromSeconds(0.5) : Sample.WarmUp;
var server = await BenchmarkServer.StartAsync().ConfigureAwait(false);
await using var stopping = server.ConfigureAwait(false);
var report = new StringBuilder().Append(await Machine.DescribeAsync(server).ConfigureAwait(false));

var databases = new List<(string Name, string ConnectionString, int Tables, int Runs)>();
foreach (var (tables, runs) in isQuick ? [(64, 5), (1_000, 3)] : new[] { (64, 15), (1_000, 7), (10_000, 3) })
{
    databases.Add(($"{tables:N0} tables", await server.CreateAsync(tables).ConfigureAwait(false), tables, runs));
}

if (!isQuick && await CorpusSchema.CreateAsync(server).ConfigureAwait(false) is { } corpus)
{
    databases.Add(corpus);
}

await ShowAsync("Reading", Reading.MeasureAsync(server, databases, isQuick ? 64 : 1_000)).ConfigureAwait(false);
await ShowAsync("Queries of the read", QueryCosts.MeasureAsync(databases)).ConfigureAwait(false);
await ShowAsync("In memory", Working.MeasureAsync(databases)).ConfigureAwait(false);
if (!isQuick)
{
    await ShowAsync("Far away: 30 ms there and back", FarAway.MeasureAsync(server, databases.Where(database => database.Tables <= 1_000))).ConfigureAwait(false);
    await ShowAsync("From scripts", FromScripts.MeasureAsync()).ConfigureAwait(false);
    await ShowAsync("Builds", BuildOverhead.MeasureAsync(server)).ConfigureAwait(false);
    PerformancePage.Write(report.ToString());
}

async Task ShowAsync(string title, Task<MarkdownTable> measuring)
{
    var section = $"\n### {title}\n\n{await measuring.ConfigureAwait(false)}";
    Console.Write(section);
    report.Append(section);
}
