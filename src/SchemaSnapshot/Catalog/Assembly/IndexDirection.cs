namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>The flags of an index's key in <c>pg_index.indoption</c>.</summary>
internal static class IndexDirection
{
    private const int DescendingFlag = 1;
    private const int NullsFirstFlag = 2;

    /// <summary>Whether the order is descending.</summary>
    public static bool IsDescending(int flags) => (flags & DescendingFlag) != 0;

    /// <summary><c>first</c> or <c>last</c> where that is not what the direction implies.</summary>
    public static string? Nulls(int flags) => (IsDescending(flags), (flags & NullsFirstFlag) != 0) switch
    {
        (false, true) => "first",
        (true, false) => "last",
        _ => null,
    };
}
