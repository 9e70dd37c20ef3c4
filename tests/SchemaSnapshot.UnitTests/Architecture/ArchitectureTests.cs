using System.Xml.Linq;
using SchemaSnapshot.Model;
using SchemaSnapshot.UnitTests.Documentation;

namespace SchemaSnapshot.UnitTests.Architecture;

/// <summary>The arrows of docs/architecture.md: what may know what.</summary>
public sealed class ArchitectureTests
{
    private const string Root = "SchemaSnapshot";

    private static readonly string[] AboveTheModel = ["Catalog", "Comparison", "Serialization"];

    /// <summary>Each part that stands on the model, with each of the others.</summary>
    public static TheoryData<string, string> Neighbours => new(
        from one in AboveTheModel
        from other in AboveTheModel
        where one != other
        select (one, other));

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void Parts_that_stand_on_the_model_do_not_know_each_other(string part, string other) =>
        Assert.Empty(Uses(part, $"{Root}.{other}"));

    [Fact]
    public void The_model_knows_nothing_of_the_rest()
    {
        var uses = NamespaceUses.Of(
            typeof(DatabaseSnapshot).Assembly,
            $"{Root}.Model",
            used => NamespaceUses.IsIn(used, Root) && !NamespaceUses.IsIn(used, $"{Root}.Model"));

        Assert.Empty(uses);
    }

    [Theory]
    [InlineData("System.Text.Json")]
    [InlineData("System.IO")]
    [InlineData("System.Data")]
    public void The_model_neither_reads_nor_writes(string used) => Assert.Empty(Uses("Model", used));

    [Fact]
    public void What_is_known_is_seen()
    {
        // A test that finds nothing has to be able to find something.
        Assert.NotEmpty(Uses("Catalog", $"{Root}.Model"));
        Assert.NotEmpty(Uses("Catalog", "System.Data"));
        Assert.NotEmpty(Uses("Catalog", "System.IO")); // in a method's body alone
        Assert.NotEmpty(Uses("Comparison", $"{Root}.Model"));
        Assert.NotEmpty(Uses("Serialization", $"{Root}.Model"));
        Assert.NotEmpty(Uses("Serialization", "System.Text.Json"));
    }

    [Fact]
    public void The_library_needs_nothing_but_dotnet()
    {
        var references = typeof(DatabaseSnapshot).Assembly.GetReferencedAssemblies();

        Assert.All(references, reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));
        Assert.Empty(Packages("SchemaSnapshot"));
    }

    [Fact]
    public void The_health_check_needs_the_library_and_one_package() =>
        Assert.Equal(["Microsoft.Extensions.Diagnostics.HealthChecks"], Packages("SchemaSnapshot.HealthChecks"));

    [Theory]
    [InlineData("Npgsql")]
    [InlineData("Microsoft.Build.Framework")]
    [InlineData("Microsoft.Build.Utilities.Core")]
    public void Only_the_tasks_know_the_build_and_the_driver(string package)
    {
        string[] projects = ["SchemaSnapshot", "SchemaSnapshot.HealthChecks", "SchemaSnapshot.Sdk", "SchemaSnapshot.Tasks"];

        Assert.Equal(["SchemaSnapshot.Tasks"], projects.Where(project => Packages(project).Contains(package)));
    }

    private static IEnumerable<string> Uses(string part, string used) =>
        NamespaceUses.Of(typeof(DatabaseSnapshot).Assembly, $"{Root}.{part}", space => NamespaceUses.IsIn(space, used));

    private static IEnumerable<string> Packages(string project) =>
        XDocument.Parse(Repository.Read($"src/{project}/{project}.csproj"))
            .Descendants("PackageReference")
            .Select(reference => (string)reference.Attribute("Include")!);
}
