using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.UnitTests.Export;

public sealed class PropertyValueTests
{
    [Theory]
    [InlineData("Update", SnapshotMode.Update)]
    [InlineData(" verify\n", SnapshotMode.Verify)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_word_is_read_in_any_case(string? value, object? expected) =>
        Assert.Equal((SnapshotMode?)expected, Mode(value));

    [Theory]
    [InlineData("Updaet")]
    [InlineData("0")]
    [InlineData("Update,Verify")]
    [InlineData("Offline")]
    public void Another_word_is_an_error_that_names_the_known_ones(string value)
    {
        var failure = Assert.Throws<SnapshotException>(() => Mode(value));

        Assert.Equal(Rules.UnknownValue, failure.Diagnostic.Rule);
        Assert.Equal($"M is '{value}', which is no value of it. Known are: Update, Verify.", failure.Diagnostic.Message);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    public void A_flag_is_true_or_false(string value, bool expected) => Assert.Equal(expected, PropertyValue.Flag("F", value, otherwise: true));

    [Theory]
    [InlineData("yes")]
    [InlineData("1")]
    public void Another_flag_is_an_error(string value) =>
        Assert.Equal(Rules.UnknownValue, Assert.Throws<SnapshotException>(() => PropertyValue.Flag("F", value, otherwise: true)).Diagnostic.Rule);

    [Fact]
    public void A_major_version_is_a_number()
    {
        Assert.Equal(17, PropertyValue.MajorVersion("V", "17"));
        Assert.Null(PropertyValue.MajorVersion("V", " "));
        Assert.Throws<SnapshotException>(() => PropertyValue.MajorVersion("V", "17.5"));
        Assert.Throws<SnapshotException>(() => PropertyValue.MajorVersion("V", "-1"));
    }

    private static SnapshotMode? Mode(string? value) => PropertyValue.Word("M", value, SnapshotMode.Update, SnapshotMode.Verify);
}
