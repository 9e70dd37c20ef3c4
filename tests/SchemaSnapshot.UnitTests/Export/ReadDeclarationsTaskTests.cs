using Microsoft.Build.Utilities;
using SchemaSnapshot.Tasks;
using SchemaSnapshot.UnitTests.Sources;

namespace SchemaSnapshot.UnitTests.Export;

public sealed class ReadDeclarationsTaskTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("<ItemGroup><SchemaSnapshotScript Include='none/*.sql' /></ItemGroup>", true)]
    [InlineData("<PropertyGroup Condition='1'><A>1</A></PropertyGroup><ItemGroup><SchemaSnapshotScript Include='a.sql' /></ItemGroup>", true)]
    [InlineData("<Choose><When Condition='1'><ItemGroup><A Include='1' /></ItemGroup></When></Choose><ItemGroup><SchemaSnapshotScript Include='a.sql'></SchemaSnapshotScript></ItemGroup>", true)]
    [InlineData("<ItemGroup><A Include='1' Condition='1' /><SchemaSnapshotScript Include='a.sql' /></ItemGroup>", true)]
    [InlineData("<ItemGroup Condition='1'><SchemaSnapshotScript Include='a.sql' /></ItemGroup>", false)]
    [InlineData("<ItemGroup><SchemaSnapshotScript Include='a.sql' Condition='1' /></ItemGroup>", false)]
    [InlineData("<Target Name='T'><ItemGroup><SchemaSnapshotScript Include='a.sql' /></ItemGroup></Target>", false)]
    [InlineData("<Choose><Otherwise><ItemGroup><SchemaSnapshotScript Include='a.sql' /></ItemGroup></Otherwise></Choose>", false)]
    [InlineData("<ItemGroup><SchemaSnapshotScript Remove='a.sql' /></ItemGroup>", false)]
    [InlineData("<!-- <SchemaSnapshotScript Include='a.sql' /> -->", false)]
    public void Scripts_are_declared_where_nothing_stands_in_their_way(string content, bool declared)
    {
        Assert.Equal(declared, Read(content).DeclaresScripts);
        Assert.Equal(declared, Read(content, " xmlns='http://schemas.microsoft.com/developer/msbuild/2003'").DeclaresScripts);
    }

    [Fact]
    public void Scripts_of_another_file_are_no_declaration_of_the_project() =>
        Assert.False(Read("", also: "<ItemGroup><SchemaSnapshotScript Include='a.sql' /></ItemGroup>").DeclaresScripts);

    [Fact]
    public void Patterns_are_found_in_every_file_and_under_any_condition()
    {
        var task = Read(
            "<ItemGroup><SchemaSnapshotUse Include='app.*;x' /><SchemaSnapshotUse Include='app.%2A' /><SchemaSnapshotTables Include='a?' Condition='1' /></ItemGroup>",
            also: "<ItemGroup><SchemaSnapshotExcludeSchemas Include='*' /><SchemaSnapshotSchemas Include='app' /><SchemaSnapshotExcludeTables Include='t*' /></ItemGroup>");

        Assert.Equal(["app.*;x"], task.UsePatterns);
        Assert.Equal(["a?", "*", "t*"], task.ScopePatterns);
    }

    private ReadDeclarationsTask Read(string project, string attributes = "", string also = "")
    {
        var file = folder.Write("a.csproj", $"<Project{attributes}>{project}</Project>");
        var task = new ReadDeclarationsTask
        {
            ProjectFile = file,
            Files = [new TaskItem(file), new TaskItem(folder.Write("Directory.Build.props", $"<Project>{also}</Project>"))],
        };
        Assert.True(task.Execute());
        return task;
    }
}
