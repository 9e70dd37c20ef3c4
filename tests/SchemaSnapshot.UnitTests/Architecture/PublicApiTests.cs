using SchemaSnapshot.Model;
using SchemaSnapshot.UnitTests.Documentation;

namespace SchemaSnapshot.UnitTests.Architecture;

/// <summary>What programs can see does not change unseen. <c>UPDATE=1</c> writes the file anew: read the difference.</summary>
public sealed class PublicApiTests
{
    private const string File = "src/SchemaSnapshot/PublicApi.txt";

    [Fact]
    public void The_public_types_and_members_are_those_of_the_file()
    {
        var actual = string.Concat(PublicApi.Of(typeof(DatabaseSnapshot).Assembly).Select(line => $"{line}\n"));
        if (Environment.GetEnvironmentVariable("UPDATE") == "1")
        {
            Repository.Write(File, actual);
        }

        Assert.Equal(Repository.Read(File), actual);
    }
}
