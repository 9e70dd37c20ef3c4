using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;
using SchemaSnapshot.Tasks;
using SchemaSnapshot.UnitTests.Documentation;
using SchemaSnapshot.UnitTests.Sources;

namespace SchemaSnapshot.UnitTests.Export;

/// <summary>A build reads the fingerprint by a task, an editor by a function of MSBuild: both have to find the same, or each compiles what the other has.</summary>
public sealed partial class ReadFingerprintTaskTests : IDisposable
{
    private const string Some = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, string> Maps => new()
    {
        { $"{{\n  \"format_version\": 1,\n  \"fingerprint\": \"{Some}\",\n  \"schemas\": {{}}\n}}\n", Some },
        { $"{{\r\n  \"fingerprint\": \"{Some}\"\r\n}}", Some },
        { $"{{\"database\": \"d\", \"fingerprint\": \"{Some}\", \"schemas\": {{}}}}", Some },
        { $"{string.Concat(Enumerable.Repeat("\"more\": 1,\n", 100))}\"fingerprint\": \"{Some}\"", Some },
        { $"\"fingerprint\": \"{Some}\"\n\"fingerprint\": \"{Some.Replace('0', '1')}\"", Some },
        { "\"fingerprint\": \"$(Evil);%3B\"", "" },
        { $"\"fingerprint\": \"{Some.Replace('a', 'A')}\"", "" },
        { $"\"fingerprint\": \"{Some[..^1]}", "" },
        { $"\"other\": \"{Some}\"", "" },
        { "", "" },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Maps))]
    public void The_build_and_the_editor_find_the_same(string map, string expected)
    {
        Assert.Equal(expected, Read(map));
        Assert.Equal(expected, Regex.Match(map, EditorsPattern()).Value);
    }

    [Fact]
    public void It_is_the_one_that_the_map_was_written_with()
    {
        var snapshot = new DatabaseSnapshot { Database = "shop", Schemas = [new Schema { Name = "public" }] };

        Assert.Equal(Fingerprint.Of(snapshot), Read(Encoding.UTF8.GetString(SchemaMapWriter.ToBytes(snapshot))));
    }

    private string Read(string map)
    {
        var task = new ReadFingerprintTask { Map = folder.Write("schema_map.json", map) };
        Assert.True(task.Execute());
        return task.Fingerprint;
    }

    private static string EditorsPattern() =>
        WebUtility.HtmlDecode(Expression().Match(Repository.Read("src/SchemaSnapshot.Sdk/build/SchemaSnapshot.Fingerprint.targets")).Groups[1].Value);

    [GeneratedRegex(@"\[System\.Text\.RegularExpressions\.Regex\]::Match\(.*, '(.*)'\)")]
    private static partial Regex Expression();
}
