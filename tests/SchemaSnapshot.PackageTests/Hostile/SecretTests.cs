using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>Whatever a build leaves behind, and however it fails, no secret is in it.</summary>
public sealed class SecretTests(PackedPackages packages, LiveServer server)
{
    private const string WrongPassword = "wr0ng=Pa$$w;ord'Ünï";
    private const string Token = "sqldbm-T0ken/0123456789+abcdef";
    private const string KeyPassword = "k3yPassw0rd-qX7vB2nM9";
    private const string Key = "MC4CqX9w2Zr7LmT4vB1nK8sD3fG6hJ5";

    private static readonly SecretSearch Search = new(LiveServer.Password, WrongPassword, Token, KeyPassword, Key);

    [Fact]
    public async Task A_build_leaves_no_secret_behind_whatever_its_verbosity()
    {
        await using var database = await server.CreateAsync("CREATE TABLE t (id int);");
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri, ["SQLDBM_API_TOKEN"] = Token }
            .WriteProject("<SchemaSnapshotModels>Records</SchemaSnapshotModels>");
        var outputs = new List<string>();
        using var processes = new ProcessListWatch();
        outputs.Add((await sandbox.BuildAsync("build")).Succeeded().Output);
        foreach (var verbosity in (string[])["q", "n", "d", "diag"])
        {
            await database.ExecuteAsync($"CREATE TABLE t_{verbosity} (id int);");
            var log = sandbox.PathOf($"{verbosity}.binlog");
            outputs.Add((await sandbox.RunAsync("build", "--no-restore", $"-v:{verbosity}", $"-bl:{log}")).Succeeded().Output);
        }

        Assert.Contains("t_diag", sandbox.Read("schema/schema_map.json"), StringComparison.Ordinal);
        AssertNone(sandbox, outputs, processes, except: []);
    }

    [Fact]
    public async Task A_build_that_fails_tells_no_secret_whatever_the_reason()
    {
        await using var database = await server.CreateAsync("CREATE TABLE t (id int);");
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var sandbox = new Sandbox(packages) { ["SQLDBM_API_TOKEN"] = Token }.WriteProject().Write("client.key", $"-----BEGIN PRIVATE KEY-----\n{Key}\n-----END PRIVATE KEY-----\n");
        (await sandbox.RunAsync("restore")).Succeeded();
        var password = Uri.EscapeDataString(LiveServer.Password);
        var key = $"sslcert={sandbox.PathOf("client.key")}&sslkey={sandbox.PathOf("client.key")}&sslpassword={KeyPassword}";
        (string Code, string Connection)[] failures =
        [
            ("SNAP1002", database.UriWith(password: WrongPassword)),
            ("SNAP1001", $"postgres://app:{password}@127.0.0.1:1/shop"),
            ("SNAP1003", database.UriWith(database: "no_such_database")),
            ("SNAP1005", $"{database.Uri}?sslmode=require"),
            ("SNAP1005", $"{database.Uri}?sslmode=require&{key}"),
            ("SNAP1010", $"postgres://app:{password}@127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/shop?connect_timeout=1"),
            ("SNAP1004", $"postgres://app:{password}@127.0.0.1:port/shop"),
            ("SNAP1004", $"postgres://app:{LiveServer.Password}/@@{WrongPassword}"),
            ("SNAP1004", $"postgres://app:{password}%@127.0.0.1/shop?sslmode"),
            ("SNAP1004", $"Host=127.0.0.1;Username=app;Passwrd={LiveServer.Password}"),
            ("SNAP1004", $"Host=127.0.0.1;Port={LiveServer.Password};Password=\"{WrongPassword}"),
            ("SNAP1004", LiveServer.Password),
        ];
        var outputs = new List<string>();
        using var processes = new ProcessListWatch();
        foreach (var (code, connection) in failures)
        {
            sandbox["DATABASE_URL"] = connection;
            outputs.Add((await sandbox.BuildAsync("build", "--no-restore", "-t:SchemaSnapshotExport", "-v:diag")).FailedWith(code).Output);
        }

        sandbox["DATABASE_URL"] = null;
        sandbox.Write("schema/schema_map.json", Baselines.Shop);
        outputs.Add((await sandbox.BuildAsync("build", "--no-restore", "-t:SchemaSnapshotPush", "-p:SchemaSnapshotPushBaseAddress=https://127.0.0.1:1", "-p:SchemaSnapshotPushTimeout=1", "-v:diag")).FailedWith("SNAP5023").Output);
        sandbox.Write(".env", $"DATABASE_URL=\"{database.Uri}\n");
        outputs.Add((await sandbox.BuildAsync("build", "--no-restore", "-v:diag")).FailedWith("SNAP1012").Output);

        AssertNone(sandbox, outputs, processes, except: ["client.key", ".env"]);
    }

    [Theory]
    [InlineData("", "-p:DATABASE_URL=")]
    [InlineData("", "-p:database_url=")]
    [InlineData("", "-p:SQLDBM_API_TOKEN=")]
    [InlineData("", "-p:SchemaSnapshotConnectionString=")]
    [InlineData("", "-p:SchemaSnapshotMode=")]
    [InlineData("DATABASE_URL", "")]
    [InlineData("SchemaSnapshotConnectionVariable", "")]
    public async Task A_secret_among_the_properties_is_refused(string property, string argument)
    {
        const string Connection = "postgres://app:hunter2@127.0.0.1:1/shop";
        var sandbox = new Sandbox(packages).WriteProject(property.Length == 0 ? "" : $"<{property}>{Connection}</{property}>");
        (await sandbox.RunAsync("restore")).Succeeded();

        string[] arguments = ["build", "--no-restore", "-t:SchemaSnapshotExport"];
        var build = (await sandbox.BuildAsync(argument.Length == 0 ? arguments : [.. arguments, argument + Connection])).FailedWith("SNAP0025").Says("build logs keep the values of properties");

        Assert.Matches(property.Length == 0 ? @"App\.csproj\(1,1\): error SNAP0025" : @"App\.csproj\(7,6\): error SNAP0025", build.Output);
        Assert.DoesNotContain("hunter2", build.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Directory.Build.props", """<Project><Import Project="secret.props" /></Project>""", @"App\.csproj\(1,1\)")]
    [InlineData("App.csproj.user", """<Project><PropertyGroup><DATABASE_URL>postgres://app:hunter2@127.0.0.1:1/shop</DATABASE_URL></PropertyGroup></Project>""", @"App\.csproj\.user\(1,26\)")]
    public async Task A_secret_from_any_file_is_refused_once_a_build(string file, string content, string place)
    {
        var sandbox = new Sandbox(packages).WriteProject(framework: "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>")
            .Write(file, content)
            .Write("secret.props", "<Project><PropertyGroup><DATABASE_URL>postgres://app:hunter2@127.0.0.1:1/shop</DATABASE_URL></PropertyGroup></Project>");

        var build = (await sandbox.BuildAsync("build")).FailedWith("SNAP0025");

        var beforeSummary = build.Output.Split("Build FAILED.")[0];
        Assert.Single(Regex.Matches(beforeSummary, $"{place}: error SNAP0025: DATABASE_URL is an MSBuild property here"));
        Assert.DoesNotContain("hunter2", build.Output, StringComparison.Ordinal);
    }

    // Binary logs are looked into, too: what they pack is unpacked.
    private static void AssertNone(Sandbox sandbox, List<string> outputs, ProcessListWatch processes, string[] except)
    {
        var files = Directory.EnumerateFiles(sandbox.Root, "*", SearchOption.AllDirectories).Where(file => !except.Contains(Path.GetFileName(file))).ToList();
        foreach (var file in files)
        {
            var found = file.EndsWith(".binlog", StringComparison.Ordinal) ? Search.FindIn(BinaryLogText.Of(file)) : Search.FindIn(File.ReadAllBytes(file));
            Assert.True(found is null, $"{file}: …{found}…");
        }

        Assert.All(outputs, output => Assert.Null(Search.FindIn(output)));
        Assert.All(processes.CommandLines, line => Assert.Null(Search.FindIn(line)));
        Assert.True(processes.CommandLines.Count > 5 || !OperatingSystem.IsLinux());
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Search.Count} forms and pieces of secrets looked for in {outputs.Count} outputs, {files.Count} files and {processes.CommandLines.Count} command lines.");
    }
}
