using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

/// <summary>What is shipped: nothing but what is meant to be, and the same bytes each time.</summary>
public sealed class ShippedPackageTests(PackedPackages packages)
{
    private const string Bom = "bom.cdx.json";
    private const string Tools = "tools/";
    private const string Plain = "tools/net8.0/";

    private static readonly string[] Compiled = ["tools/net10.0/linux-x64/", "tools/net10.0/win-x64/"];

    private static readonly string[] Assemblies =
    [
        "Microsoft.Extensions.DependencyInjection.Abstractions.dll", "Microsoft.Extensions.Logging.Abstractions.dll", "Npgsql.dll", "Polly.Core.dll", "SchemaSnapshot.Tasks.dll",
        "SchemaSnapshot.dll", "Spectre.Console.dll", "System.Diagnostics.DiagnosticSource.dll", "dotenv.net.dll",
    ];

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
        """)]
    public void A_package_holds_these_files_and_no_other(string id, string files)
    {
        var package = Package(id);
        string[] everywhere = [$"{id}.nuspec", "README.md", "icon.png"];
        var tools = id == "SchemaSnapshot.Sdk" ? Compiled.Prepend(Plain).SelectMany(folder => Assemblies.Select(file => folder + file)) : [];

        Assert.Equal(files.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Concat(everywhere).Concat(tools).Order(StringComparer.Ordinal), package.Entries());
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
    public void What_is_compiled_ahead_is_the_plain_assembly_with_code_beside_it()
    {
        var package = Package("SchemaSnapshot.Sdk");

        Assert.All(Assemblies, file =>
        {
            var (plain, plainCode) = Look(package.Read(Plain + file));
            Assert.Equal(0, plainCode);
            Assert.All(Compiled, folder =>
            {
                var (compiled, code) = Look(package.Read(folder + file));
                Assert.Equal(plain, compiled);
                Assert.True(code > 0, folder + file);
            });
        });
    }

    [Theory]
    [InlineData("tools/net10.0/linux-x64/", "")]
    [InlineData("tools/net8.0/", "-p:NETCoreSdkPortableRuntimeIdentifier=other-x64")]
    public async Task A_build_takes_what_is_compiled_for_it_or_else_the_plain_assemblies(string folder, string argument)
    {
        Assert.SkipUnless(RuntimeInformation.RuntimeIdentifier == "linux-x64" || argument.Length > 0, "this machine is none that the assemblies are compiled for");
        var sandbox = new Sandbox(packages).WriteProject().Write("schema/schema_map.json", Baselines.Shop);
        string[] arguments = argument.Length > 0 ? [argument] : [];

        (await sandbox.BuildAsync(["build", .. arguments])).Succeeded();

        (await sandbox.RunAsync(["msbuild", "-getProperty:_SchemaSnapshotTasksAssembly", .. arguments])).Succeeded().Says($"{folder}SchemaSnapshot.Tasks.dll");
        Assert.True(File.Exists(sandbox.PathOf("obj/schema-snapshot/request.stamp")));
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
            package.Entries().Where(entry => entry.StartsWith(Tools, StringComparison.Ordinal)).Select(entry => (entry, Convert.ToHexString(SHA256.HashData(package.Read(entry))))),
            listed.Select(component => (component.File, component.Hash.ToUpperInvariant())));
        Assert.All(listed, component => Assert.Equal(IsOurs(component.File), component.Purl is null));
        Assert.Matches("^pkg:nuget/Npgsql@[0-9.]+$", listed.Single(component => component.File == $"{Plain}Npgsql.dll").Purl);
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

    /// <summary>The identity of the module, and how much code it has.</summary>
    private static (Guid Module, int Code) Look(byte[] assembly)
    {
        using var image = new PEReader(new MemoryStream(assembly));
        var metadata = image.GetMetadataReader();
        return (metadata.GetGuid(metadata.GetModuleDefinition().Mvid), image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
    }

    private PackedFile Package(string id) => new(Path.Combine(packages.Feed, $"{id}.{packages.Version}.nupkg"));

    private static bool IsOurs(string entry) => entry.EndsWith(".dll", StringComparison.Ordinal) && Path.GetFileName(entry).StartsWith("SchemaSnapshot", StringComparison.Ordinal);

    private static Task<(int ExitCode, string Output)> RunAsync(string home, string program, params string[] arguments) => Dotnet.RunAsync(
        home, arguments, new Dictionary<string, string?>(), Path.Combine(TestEnvironment.Transcripts, "cyclonedx.log"), program);
}
