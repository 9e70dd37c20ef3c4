using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.PackageTests.Export;

public sealed class DiagnosticItemTests
{
    [Theory]
    [InlineData("plain", null)]
    [InlineData("50% of $(HOME), @(Compile); 'quoted' *.sql? %2e", "/a b/50%;(1)/*?.sql")]
    [InlineData("", "")]
    public void A_diagnostic_survives_as_an_item(string message, string? file)
    {
        var diagnostic = Rules.ScriptFailed.At(message, file, 14, 21) with { Severity = DiagnosticSeverity.Warning };

        var read = DiagnosticItem.Read(DiagnosticItem.Of(diagnostic));

        Assert.Equal(diagnostic with { File = file is "" ? null : file }, read);
    }
}
