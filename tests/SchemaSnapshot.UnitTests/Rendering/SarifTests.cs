using System.Text;
using System.Text.Json;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering;

namespace SchemaSnapshot.UnitTests.Rendering;

public sealed class SarifTests(SarifValidator validator) : IClassFixture<SarifValidator>
{
    [Fact]
    public void What_is_written_is_valid_sarif_and_what_is_wrong_is_not()
    {
        var good = DriftDocuments.Sarif(DriftDocuments.Shop);
        var hostile = DriftDocuments.Sarif(DriftReportTests.Hostile);
        var none = DriftDocuments.Sarif(DriftDocuments.Between(ShopSnapshot.Database, ShopSnapshot.Database));
        var bad = good.Replace("\"startLine\": ", "\"startLine\": -", StringComparison.Ordinal);
        var absent = good.Replace("\"driver\"", "\"rider\"", StringComparison.Ordinal);

        var results = validator.Validate(new[] { good, hostile, none, bad, absent }.Select(Encoding.UTF8.GetBytes));

        Assert.Equal(5, results.Length);
        Assert.All(results[..3], result => Assert.Equal("valid", result));
        Assert.Contains("startLine", results[3], StringComparison.Ordinal);
        Assert.Contains("driver", results[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Fingerprints_tell_findings_apart()
    {
        var found = Fingerprints(DriftDocuments.Shop).Concat(Fingerprints(DriftReportTests.Hostile)).ToList();

        Assert.NotEmpty(found);
        Assert.Equal(found.Count, found.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_finding_is_recognised_when_lines_values_and_severities_have_moved()
    {
        var moved = DriftDocuments.Shop with
        {
            DatabaseName = "other",
            FreshFingerprint = "sha256:00",
            Findings = DriftDocuments.Shop.Findings
                .Select(finding => new DriftFinding(finding.Verdict with { Message = "other words", Severity = Diagnostics.DiagnosticSeverity.Warning }, finding.Line + 7, 1))
                .ToValueList(),
        };

        Assert.Equal(Fingerprints(DriftDocuments.Shop), Fingerprints(moved));
    }

    [Fact]
    public void The_file_is_a_relative_uri()
    {
        var report = DriftDocuments.Between(ShopSnapshot.Database, ShopSnapshot.Database with { Schemas = [] }, "my apps/50%/#1/schema_map.json");

        var uris = Results(report).Select(result => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()).ToList();

        Assert.NotEmpty(uris);
        Assert.All(uris, uri => Assert.Equal("my%20apps/50%25/%231/schema_map.json", uri));
    }

    private static List<string> Fingerprints(DriftReport report) =>
        [.. Results(report).Select(result => result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!)];

    private static List<JsonElement> Results(DriftReport report) =>
        [.. JsonDocument.Parse(DriftDocuments.Sarif(report)).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];
}
