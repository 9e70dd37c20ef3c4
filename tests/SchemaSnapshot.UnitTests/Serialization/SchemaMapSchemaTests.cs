using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot.UnitTests.Serialization;

public sealed class SchemaMapSchemaTests(SchemaValidator validator) : IClassFixture<SchemaValidator>
{
    private static readonly string SchemaFile = RepositoryFiles.At("docs/schema_map.schema.json");

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void The_published_schema_is_that_of_the_shapes()
    {
        var expected = SchemaMapSchema.Make().ToJsonString(Layout) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE") == "1")
        {
            File.WriteAllText(SchemaFile, expected);
        }

        Assert.True(expected == File.ReadAllText(SchemaFile), "docs/schema_map.schema.json is stale. Run this test with UPDATE=1 and read the diff.");
    }

    [Fact]
    public void What_is_written_is_valid()
    {
        var full = FilledRecord<DatabaseSnapshot>.Of(SnapshotShapes.Database);
        var random = Enumerable.Range(0, 20).Select(seed => RandomRecord<DatabaseSnapshot>.Of(SnapshotShapes.Database, new Random(seed), ["", "a", "columns", "\u202e\"", "😀"]));

        var results = validator.Validate(SchemaFile, [Golden.Bytes, .. random.Append(full).Select(SchemaMapWriter.ToBytes)]);

        Assert.Equal(22, results.Length);
        Assert.All(results, result => Assert.Equal("valid", result));
    }

    [Theory]
    [InlineData("\"nullable\": false", "\"nullable\": false, \"future\": 1", "additionalProperties")]
    [InlineData("\"nullable\": false", "\"nullable\": 0", "type")]
    [InlineData("\"nullable\": false, ", "", "required")]
    [InlineData("\"row_count\": 453", "\"row_count\": 4.5", "type")]
    [InlineData("\"format_version\": 1", "\"format_version\": 2", "const")]
    [InlineData("02:40:57Z", "02:40:57+01:00", "pattern")]
    [InlineData("\"table_count\": 0", "\"tables\": []", "required")]
    [InlineData("\"host\"", "\"extra\"", "additionalProperties")]
    public void What_is_wrong_is_found(string old, string wrong, string keyword)
    {
        var text = Golden.File.Replace(old, wrong, StringComparison.Ordinal);

        var result = Assert.Single(validator.Validate(SchemaFile, Encoding.UTF8.GetBytes(text)));

        Assert.Contains($"\"keyword\":\"{keyword}\"", result, StringComparison.Ordinal);
    }
}
