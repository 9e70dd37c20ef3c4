using System.Reflection;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>What the build of the tests knew.</summary>
internal static class TestEnvironment
{
    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string PackageFolder { get; } = Metadata("PackageFolder");

    public static string CompilerServer { get; } = Metadata("CompilerServer");

    public static string Transcripts { get; } = Path.Combine(RepositoryRoot, "artifacts", "test-transcripts");

    private static string Metadata(string key) =>
        typeof(TestEnvironment).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
