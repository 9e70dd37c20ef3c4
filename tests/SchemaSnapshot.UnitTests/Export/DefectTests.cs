using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.UnitTests.Export;

public sealed class DefectTests
{
    [Fact]
    public void The_text_of_an_unexpected_exception_is_not_shown()
    {
        var defect = Assert.Throws<InvalidOperationException>(Fail);

        var message = Defect.Describe(defect).Message;

        Assert.Contains("System.InvalidOperationException in SchemaSnapshot.UnitTests.Export.DefectTests.Fail", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    private static void Fail() => throw new InvalidOperationException("Password=hunter2");
}
