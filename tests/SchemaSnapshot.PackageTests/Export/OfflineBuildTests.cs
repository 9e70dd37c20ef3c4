using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.PackageTests.Export;

public sealed class OfflineBuildTests : ExporterFolder
{
    private string Stamp => Path.Combine(Root, "obj", "baseline.stamp");

    [Fact]
    public async Task A_baseline_without_fault_is_remembered_by_its_bytes()
    {
        await RunAsync(Shop("id"));
        await SucceedAsync();
        var first = await File.ReadAllTextAsync(Stamp, Token);

        await SucceedAsync();
        Assert.Equal(first, await File.ReadAllTextAsync(Stamp, Token));

        await RunAsync(Shop("id", "more"));
        await SucceedAsync();
        Assert.NotEqual(first, await File.ReadAllTextAsync(Stamp, Token));
    }

    [Theory]
    [InlineData("\"id\"", "\"key\"", "SNAP0008")]
    [InlineData("\"format_version\"", "\n<<<<<<< HEAD\n\"format_version\"", "SNAP0005")]
    public async Task A_fault_of_the_baseline_is_told_by_every_build(string text, string fault, string code)
    {
        await RunAsync(Shop("id"));
        await SucceedAsync();
        var good = await File.ReadAllTextAsync(Map, Token);
        await File.WriteAllTextAsync(Map, good.Replace(text, fault, StringComparison.Ordinal), Token);

        for (var build = 0; build < 2; build++)
        {
            Assert.Equal([code], (await OfflineAsync()).Diagnostics.Select(told => told.Rule.Code));
        }

        await File.WriteAllTextAsync(Map, good, Token);
        await SucceedAsync();
    }

    private async Task SucceedAsync() => Assert.Empty((await OfflineAsync()).Diagnostics);

    private Task<ExportResult> OfflineAsync() => RunAsync(Shop(), Options() with { Mode = SnapshotMode.Offline });
}
