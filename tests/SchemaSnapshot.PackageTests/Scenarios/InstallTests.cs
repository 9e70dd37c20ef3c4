using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

/// <summary>The ways to add the package to a project.</summary>
public sealed class InstallTests(PackedPackages packages)
{
    private const string Properties = "<PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><UseAppHost>false</UseAppHost><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>";

    [Fact]
    public async Task As_an_SDK_element()
    {
        var sandbox = Sandbox().Write("App.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><Sdk Name="SchemaSnapshot.Sdk" Version="{packages.Version}" />{Properties}</Project>""");

        await BuildsOnceAsync(sandbox);
    }

    [Fact]
    public async Task As_an_SDK_whose_version_is_in_global_json()
    {
        var sandbox = Sandbox().Write("App.csproj", $"""<Project Sdk="Microsoft.NET.Sdk;SchemaSnapshot.Sdk">{Properties}</Project>""")
            .Write("global.json", $$"""{ "msbuild-sdks": { "SchemaSnapshot.Sdk": "{{packages.Version}}" } }""");

        await BuildsOnceAsync(sandbox);
    }

    [Fact]
    public async Task With_central_package_versions()
    {
        var sandbox = Sandbox()
            .Write("App.csproj", $"""<Project Sdk="Microsoft.NET.Sdk">{Properties}<ItemGroup><PackageReference Include="SchemaSnapshot.Sdk" /></ItemGroup></Project>""")
            .Write("Directory.Packages.props", $"""
                <Project>
                  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
                  <ItemGroup><PackageVersion Include="SchemaSnapshot.Sdk" Version="{packages.Version}" /></ItemGroup>
                </Project>
                """);

        await BuildsOnceAsync(sandbox);
    }

    [Fact]
    public async Task By_dotnet_add_package()
    {
        var sandbox = Sandbox().Write("App.csproj", $"""<Project Sdk="Microsoft.NET.Sdk">{Properties}</Project>""");
        (await sandbox.RunAsync("add", "package", "SchemaSnapshot.Sdk", "--version", packages.Version)).Succeeded();

        await BuildsOnceAsync(sandbox);
    }

    [Fact]
    public async Task Through_a_library_that_has_it()
    {
        var sandbox = Sandbox()
            .Write("Data/Data.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup><PackageReference Include="SchemaSnapshot.Sdk" Version="{packages.Version}" /></ItemGroup>
                </Project>
                """)
            .Write("Data/Data.cs", "namespace Data; public static class Schema { public static string Database => SchemaSnapshot.EmbeddedSnapshot.Load(typeof(Schema).Assembly).Database; }")
            .Write("Data/schema/schema_map.json", Baselines.Shop)
            .Write("App/App.csproj", $"""<Project Sdk="Microsoft.NET.Sdk">{Properties}<ItemGroup><ProjectReference Include="../Data/Data.csproj" /></ItemGroup></Project>""")
            .Write("App/Program.cs", "Console.WriteLine($\"through {Data.Schema.Database}\");");

        var build = (await sandbox.BuildAsync("build", "App")).Succeeded();

        Assert.Empty(build.Warnings);
        Assert.Equal(1, build.Runs("SchemaSnapshot.Tasks.ExportTask"));
        (await sandbox.RunAsync("run", "--no-build", "--project", "App")).Succeeded().Says("through shop");
    }

    private Sandbox Sandbox([System.Runtime.CompilerServices.CallerMemberName] string test = "") =>
        new Sandbox(packages, test: test).WriteProgram().Write("schema/schema_map.json", Baselines.Shop);

    private static async Task BuildsOnceAsync(Sandbox sandbox)
    {
        var build = (await sandbox.BuildAsync("build")).Succeeded();

        Assert.Empty(build.Warnings);
        Assert.Equal(1, build.Runs("SchemaSnapshot.Tasks.ExportTask"));
        (await sandbox.RunAsync("run", "--no-build")).Succeeded().Says("shop: public.orders(id)");
    }
}
