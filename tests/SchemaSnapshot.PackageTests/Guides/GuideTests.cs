using System.Text.RegularExpressions;
using SchemaSnapshot.PackageTests.Infrastructure;
using SchemaSnapshot.PackageTests.Publishing;

namespace SchemaSnapshot.PackageTests.Guides;

/// <summary>
/// What the guides say, done from top to bottom in a folder of a reader's own: <c>sh</c> is run, <c>xml</c> goes into the project, <c>sql</c> into
/// the database, and <c>text</c> says above it why it is not run. A line that is to fail ends with <c># fails with</c> and the code.
/// </summary>
public sealed partial class GuideTests(PackedPackages packages, LiveServer server)
{
    private const string Database = """
        CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL);
        CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers, note text);
        CREATE TABLE stock (id bigint PRIMARY KEY);
        """;

    public static TheoryData<string> Names => new(Guide.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_a_guide_says_works(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands of the guides are for a POSIX shell.");
        var guide = Guide.Read(name);
        await using var database = await server.CreateAsync(Database);
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri, ["SQLDBM_API_TOKEN"] = SqlDbmServer.Token };
        Prepare(sandbox, name, isEmpty: guide.Blocks.Any(block => block.Text.Contains("dotnet new ", StringComparison.Ordinal)));

        foreach (var block in guide.Blocks)
        {
            await TakeAsync(block, sandbox, database);
        }
    }

    [Fact]
    public void There_are_guides_and_the_README_leads_to_each()
    {
        var readme = File.ReadAllText(Path.Combine(TestEnvironment.RepositoryRoot, "README.md"));

        Assert.NotEmpty(Guide.Names);
        Assert.All(Guide.Names, name => Assert.Contains($"(docs/guides/{name}.md)", readme, StringComparison.Ordinal));
    }

    private static async Task TakeAsync(GuideBlock block, Sandbox sandbox, LiveDatabase database)
    {
        switch (block.Language)
        {
            case "sh":
                await RunAsync(block.Text, sandbox);
                break;
            case "xml":
                var project = Path.GetFileName(Assert.Single(Directory.GetFiles(sandbox.Root, "*.csproj")));
                sandbox.Write(project, sandbox.Read(project).Replace("</Project>", $"{block.Text}</Project>", StringComparison.Ordinal));
                break;
            case "sql":
                await database.ExecuteAsync(block.Text);
                break;
            default:
                Assert.Equal("text", block.Language);
                Assert.Matches("^<!-- not run: .+ -->$", block.Above);
                break;
        }
    }

    /// <summary>Line by line up to one that is to fail: what comes before that has to succeed.</summary>
    private static async Task RunAsync(string script, Sandbox sandbox)
    {
        var failing = Failing().Match(script);
        var (first, last) = failing.Success ? (script[..failing.Index], failing.Value) : (script, null);
        if (first.Length > 0)
        {
            (await sandbox.RunProgramAsync("sh", "-e", "-c", first)).Succeeded();
        }

        if (last is not null)
        {
            var failed = await sandbox.RunProgramAsync("sh", "-e", "-c", last);
            Assert.True(failed.ExitCode != 0, failed.Output);
            Assert.Contains(failing.Groups["code"].Value, failed.Errors);
        }
    }

    private static void Prepare(Sandbox sandbox, string name, bool isEmpty)
    {
        if (!isEmpty)
        {
            sandbox.WriteProject();
        }

        sandbox.Write("nuget.config", $"""
            <configuration>
              <fallbackPackageFolders><add key="tests" value="{TestEnvironment.PackageFolder}" /></fallbackPackageFolders>
            </configuration>
            """);
        var assets = Path.Combine(TestEnvironment.RepositoryRoot, "tests", "SchemaSnapshot.PackageTests", "Guides", "Assets", name);
        foreach (var file in Directory.Exists(assets) ? Directory.GetFiles(assets, "*", SearchOption.AllDirectories) : [])
        {
            sandbox.Write(Path.GetRelativePath(assets, file), File.ReadAllText(file));
        }
    }

    [GeneratedRegex(@"^.*# fails with (?<code>SNAP\d{4})\s*\z", RegexOptions.Multiline)]
    private static partial Regex Failing();
}
