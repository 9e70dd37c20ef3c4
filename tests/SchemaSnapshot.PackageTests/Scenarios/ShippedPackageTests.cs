using System.Security.Cryptography;
using System.Text.Json;
using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

/// <summary>What is shipped: nothing but what is meant to be, and the same bytes each time.</summary>
public sealed class ShippedPackageTests(PackedPackages packages)
{
    private const string Bom = "bom.cdx.json";
    private const string Tools = "tools/net8.0/";

    [Theory]
    [InlineData("SchemaSnapshot", "lib/net8.0/SchemaSnapshot.dll lib/net8.0/SchemaSnapshot.xml")]
    [InlineData("SchemaSnapshot.HealthChecks", "lib/net8.0/SchemaSnapshot.HealthChecks.dll lib/net8.0/SchemaSnapshot.HealthChecks.xml")]
    [InlineData(
        "SchemaSnapshot.Sdk",
        """
        Sdk/Sdk.props Sdk/Sdk.targets THIRD-PARTY-NOTICES.txt bom.cdx.json
        build/SchemaSnapshot.Commands.targets build/SchemaSnapshot.Export.proj build/SchemaSnapshot.Fingerprint.targets build/SchemaSnapshot.Init.targets
        build/SchemaSnapshot.Models.targets build/SchemaSnapshot.Policy.targets build/SchemaSnapshot.Push.targets build/SchemaSnapshot.Sdk.props
        build/SchemaSnapshot.Sdk.targets build/SchemaSnapshot.Secrets.targets build/SchemaSnapshot.Tasks.targets build/SchemaSnapshot.View.targets
        build/commands/dirs.proj buildMultiTargeting/SchemaSnapshot.Sdk.targets schema_map.schema.json
        tools/net8.0/Microsoft.Extensions.DependencyInjection.Abstractions.dll tools/net8.0/Microsoft.Extensions.Logging.Abstractions.dll
        tools/net8.0/Npgsql.dll tools/net8.0/Polly.Core.dll tools/net8.0/SchemaSnapshot.Tasks.dll tools/net8.0/SchemaSnapshot.dll
        tools/net8.0/Spectre.Console.dll tools/net8.0/System.Diagnostics.DiagnosticSource.dll tools/net8.0/dotenv.net.dll
        """)]
    public void A_package_holds_these_files_and_no_other(string id, string files)
    {
        var package = Package(id);
        string[] everywhere = [$"{id}.nuspec", "README.md", "icon.png"];

        Assert.Equal(files.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Concat(everywhere).Order(StringComparer.Ordinal), package.Entries());
        Assert.All(package.Entries().Where(IsOurs), entry => Assert.True(package.HasSymbols(entry), entry));
    }

    [Theory]
    [InlineData("SchemaSnapshot")]
    [InlineData("SchemaSnapshot.HealthChecks")]
    [InlineData("SchemaSnapshot.Sdk")]
    public void A_package_says_what_it_is_and_where_it_comes_from(string id)
    {
        var metadata = Package(id).Metadata();

        Assert.Equal((id, packages.Version), (metadata["id"].Value, metadata["version"].Value));
        Assert.Equal(("MIT", "README.md", "icon.png"), (metadata["license"].Value, metadata["readme"].Value, metadata["icon"].Value));
        Assert.All(["description", "authors", "tags", "projectUrl"], name => Assert.NotEmpty(metadata[name].Value));
        Assert.Equal("git", metadata["repository"].Attribute("type")!.Value);
        Assert.Equal($"{metadata["projectUrl"].Value}.git", metadata["repository"].Attribute("url")!.Value);
    }

    [Fact]
    public void The_bill_of_materials_has_each_assembly_with_its_hash()
    {
        var package = Package("SchemaSnapshot.Sdk");
        using var bom = JsonDocument.Parse(package.Read(Bom));

        var listed = bom.RootElement.GetProperty("components").EnumerateArray()
            .Select(component => (File: component.GetProperty("bom-ref").GetString()!, Hash: component.GetProperty("hashes")[0].GetProperty("content").GetString()!, Purl: component.TryGetProperty("purl", out var purl) ? purl.GetString() : null))
            .OrderBy(component => component.File, StringComparer.Ordinal).ToList();

        Assert.Equal(
            package.Entries().Where(entry => entry.StartsWith(Tools, StringComparison.Ordinal)).Select(entry => (entry[Tools.Length..], Convert.ToHexString(SHA256.HashData(package.Read(entry))))),
            listed.Select(component => (component.File, component.Hash.ToUpperInvariant())));
        Assert.All(listed, component => Assert.Equal(IsOurs(component.File), component.Purl is null));
        Assert.Matches("^pkg:nuget/Npgsql@[0-9.]+$", listed.Single(component => component.File == "Npgsql.dll").Purl);
    }

    [Fact]
    public async Task The_bill_of_materials_is_CycloneDX()
    {
        var home = Path.Combine(TestEnvironment.RepositoryRoot, "artifacts", "node-cyclonedx");
        Directory.CreateDirectory(home);
        foreach (var file in new DirectoryInfo(Path.Combine(TestEnvironment.RepositoryRoot, "tests", "tools", "cyclonedx")).EnumerateFiles())
        {
            file.CopyTo(Path.Combine(home, file.Name), overwrite: true);
        }

        if (!Directory.Exists(Path.Combine(home, "node_modules")))
        {
            var (installed, why) = await RunAsync(home, "npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--omit=optional");
            Assert.SkipWhen(installed != 0, $"npm could not install the schema of CycloneDX: {why}");
        }

        var bom = Path.Combine(home, $"{packages.Version}.json");
        await File.WriteAllBytesAsync(bom, Package("SchemaSnapshot.Sdk").Read(Bom), TestContext.Current.CancellationToken);
        var (_, verdict) = await RunAsync(home, "node", "check.mjs", bom);
        Assert.Equal("valid", verdict.Trim());

        await File.WriteAllTextAsync(bom, """{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"type": "assembly", "name": "x"}]}""", TestContext.Current.CancellationToken);
        Assert.Contains("enum", (await RunAsync(home, "node", "check.mjs", bom)).Output, StringComparison.Ordinal);
        File.Delete(bom);
    }

    [Fact]
    public async Task A_second_pack_has_the_same_bytes()
    {
        const string Id = "SchemaSnapshot.Sdk";
        var again = Path.Combine(packages.Root, "again");

        var (exitCode, output) = await Dotnet.RunAsync(
            TestEnvironment.RepositoryRoot,
            ["pack", $"src/{Id}", "--no-build", "-c", TestEnvironment.Configuration, $"-p:Version={packages.Version}", "-o", again, "-v", "q"],
            new Dictionary<string, string?>(),
            Path.Combine(TestEnvironment.Transcripts, "pack-again.log"));

        Assert.True(exitCode == 0, output);
        Assert.Equal(Package(Id).Bytes, new PackedFile(Path.Combine(again, $"{Id}.{packages.Version}.nupkg")).Bytes);
    }

    private PackedFile Package(string id) => new(Path.Combine(packages.Feed, $"{id}.{packages.Version}.nupkg"));

    private static bool IsOurs(string entry) => entry.EndsWith(".dll", StringComparison.Ordinal) && Path.GetFileName(entry).StartsWith("SchemaSnapshot", StringComparison.Ordinal);

    private static Task<(int ExitCode, string Output)> RunAsync(string home, string program, params string[] arguments) => Dotnet.RunAsync(
        home, arguments, new Dictionary<string, string?>(), Path.Combine(TestEnvironment.Transcripts, "cyclonedx.log"), program);
}
