using System.Runtime.CompilerServices;
using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Models;

/// <summary>A user's project with generated models.</summary>
internal static class ModelProject
{
    public const string Npgsql = """<PackageReference Include="Npgsql" Version="10.0.0" />""";
    public const string Dapper = """<PackageReference Include="Dapper" Version="2.1.66" />""";
    public const string EntityFramework = """<PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" Version="10.0.0" />""";

    private const string Strict = "<Nullable>enable</Nullable><TreatWarningsAsErrors>true</TreatWarningsAsErrors><AnalysisMode>All</AnalysisMode><GenerateDocumentationFile>true</GenerateDocumentationFile>";

    /// <summary>A project whose models come from <c>db/*.sql</c>; other packages are those that the tests themselves were built with.</summary>
    public static Sandbox WriteModelProject(this Sandbox sandbox, string flavour, string properties = "", string items = "", string framework = "<TargetFramework>net10.0</TargetFramework>")
    {
        ArgumentNullException.ThrowIfNull(sandbox);
        return sandbox
            .WriteProject($"<SchemaSnapshotModels>{flavour}</SchemaSnapshotModels><Nullable>enable</Nullable>{properties}", $"""<SchemaSnapshotScript Include="db/*.sql" />{items}""", framework: framework)
            .UseTestPackages();
    }

    /// <summary>Such a project, held to all that the compiler and its analyzers know.</summary>
    public static Sandbox WriteStrictModelProject(this Sandbox sandbox, string flavour, string items) => sandbox.WriteModelProject(flavour, Strict, items);

    /// <summary>Copies a file that lies beside the tests.</summary>
    public static Sandbox WriteAsset(this Sandbox sandbox, string asset, string file, [CallerFilePath] string source = "")
    {
        ArgumentNullException.ThrowIfNull(sandbox);
        return sandbox.Write(file, File.ReadAllText(Path.Combine(Path.GetDirectoryName(source)!, "Assets", asset)));
    }
}
