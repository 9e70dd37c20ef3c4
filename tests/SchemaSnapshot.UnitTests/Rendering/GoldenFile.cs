namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>
/// A document as it is meant to be read. Where one changes on purpose, the check leaves what it got beside the golden
/// file, with <c>.received</c> before the ending: read it, then let it take the golden one's place.
/// </summary>
internal static class GoldenFile
{
    public static void Check(string name, string received)
    {
        var golden = Documents.Beside($"Golden/{name}");
        var expected = File.Exists(golden) ? File.ReadAllText(golden) : "";
        var beside = Documents.Beside($"Golden/{Path.GetFileNameWithoutExtension(name)}.received{Path.GetExtension(name)}");
        if (expected == received)
        {
            File.Delete(beside);
        }
        else
        {
            File.WriteAllText(beside, received);
        }

        Assert.Equal(expected, received);
    }
}
