using System.Text.RegularExpressions;
using SchemaSnapshot.Tasks;
using SchemaSnapshot.UnitTests.Documentation;
using SchemaSnapshot.UnitTests.Sources;

namespace SchemaSnapshot.UnitTests.Export;

public sealed partial class UpToDateTaskTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_request_holds_every_property_that_the_export_is_given()
    {
        const string Build = "src/SchemaSnapshot.Sdk/build";
        // Of a build nothing but what it is; of a migration, that it is none.
        string[] other = ["_SchemaSnapshotCommand", "_SchemaSnapshotDigest", "SchemaSnapshotMigrateFrom", "SchemaSnapshotMigrateTo", "SchemaSnapshotMigrationFile", "_SchemaSnapshotProjectDirectory"];

        var request = Request().Match(Repository.Read($"{Build}/SchemaSnapshot.Sdk.targets")).Groups[1].Value;
        var export = Export().Match(Repository.Read($"{Build}/SchemaSnapshot.Export.proj")).Groups[1].Value;

        var requested = Assigned().Matches(request).Select(match => match.Groups[1].Value).ToList();
        var given = Given().Matches(export).Select(match => match.Groups[1].Value).ToList();
        Assert.Contains("SchemaSnapshotMode", given);
        Assert.Equal(given.Except(other).Order(StringComparer.Ordinal), given.Intersect(requested).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_parameter_of_the_export_is_given_to_it()
    {
        var export = Export().Match(Repository.Read("src/SchemaSnapshot.Sdk/build/SchemaSnapshot.Export.proj")).Groups[1].Value;

        var parameters = typeof(ExportTask).GetProperties()
            .Where(property => property.SetMethod?.IsPublic == true && property.DeclaringType!.Namespace == typeof(ExportTask).Namespace).Select(property => property.Name);

        Assert.Equal(parameters.Order(StringComparer.Ordinal), Parameter().Matches(export).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_is_what_the_export_has_left()
    {
        var before = Ask("request");
        Assert.False(before.IsUpToDate);

        Leave(before.Digest);

        Assert.True(Ask("request").IsUpToDate);
        Assert.False(Ask("another").IsUpToDate);
        folder.Write("a.sql", "SELECT 1;");
        Assert.False(Ask("request").IsUpToDate);
    }

    [Fact]
    public void What_is_wrong_is_for_the_export_to_say()
    {
        Leave(Ask("request").Digest);

        Assert.False(Ask("request", variable: "no name").IsUpToDate);
    }

    // Without scripts the name of the variable matters.
    private UpToDateTask Ask(string request, string variable = "SCHEMASNAPSHOT_NO_SUCH_VARIABLE")
    {
        var task = new UpToDateTask
        {
            Request = request,
            Scripts = variable == "no name" ? "" : Path.Combine(folder.Path, "a.sql") + "\t",
            ConnectionVariable = variable,
            Directory = Path.Combine(folder.Path, "schema"),
            IntermediateDirectory = folder.Path,
        };
        Assert.True(task.Execute());
        return task;
    }

    private void Leave(string digest)
    {
        using var export = new ExportTask
        {
            Digest = digest,
            Mode = "Offline",
            Embed = "false",
            Scripts = Path.Combine(folder.Path, "a.sql") + "\t",
            ConnectionVariable = "SCHEMASNAPSHOT_NO_SUCH_VARIABLE",
            DatabaseName = "shop",
            Directory = Path.Combine(folder.Path, "schema"),
            IntermediateDirectory = folder.Path,
        };
        Assert.True(export.Execute());
        Assert.Empty(export.Diagnostics);
    }

    [GeneratedRegex("<_SchemaSnapshotProperties>(.*?)</_SchemaSnapshotProperties>", RegexOptions.Singleline)]
    private static partial Regex Request();

    [GeneratedRegex("<SchemaSnapshot.Tasks.ExportTask(.*?)>", RegexOptions.Singleline)]
    private static partial Regex Export();

    [GeneratedRegex(@"^\s*(\w+)=", RegexOptions.Multiline)]
    private static partial Regex Assigned();

    [GeneratedRegex(@"""\$\((\w+)\)""")]
    private static partial Regex Given();

    [GeneratedRegex(@"(\w+)=""")]
    private static partial Regex Parameter();
}
