using System.Diagnostics;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Sources;

/// <summary>Runs a folder of real projects' schemas, where there is one.</summary>
public sealed class CorpusTests(EphemeralServer server, ITestOutputHelper output)
{
    private const string Variable = "SCHEMASNAPSHOT_TEST_CORPUS";

    [Fact]
    public async Task Real_schemas_load()
    {
        var corpus = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(corpus), $"{Variable} names no folder of .sql files.");
        var files = Directory.GetFiles(corpus, "*.sql");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var time = Stopwatch.StartNew();
            var script = ScriptFile.Read(file);
            var read = time.ElapsedMilliseconds;
            await using var connection = await server.CreateDatabaseAsync();
            await ScriptRunner.RunAsync(connection, script, TestContext.Current.CancellationToken);
            output.WriteLine($"{Path.GetFileName(file)}: {script.Statements.Count} statements, split in {read} ms, all in {time.Elapsed.TotalSeconds:F1} s");
        }
    }
}
