using System.Runtime.InteropServices;

namespace SchemaSnapshot.Catalog;

/// <summary>Keeps one of equal values: catalogs say the same things over and over.</summary>
internal sealed class CatalogValues
{
    /// <summary>Longer texts are definitions, which hardly repeat.</summary>
    private const int LongestKept = 40;

    private static readonly object True = true;
    private static readonly object False = false;

    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<long, object> numbers = [];

    /// <summary>The value of a field, or one that equals it; null for SQL's null, a <see cref="long"/> for any whole number.</summary>
    public object? Of(object value) => value switch
    {
        DBNull => null,
        bool flag => flag ? True : False,
        long number => Of(number),
        int number => Of((long)number),
        string { Length: <= LongestKept } text => Of(text),
        _ => value,
    };

    private object Of(long number)
    {
        ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, number, out _);
        return kept ??= number;
    }

    private string Of(string text)
    {
        if (texts.TryGetValue(text, out var kept))
        {
            return kept;
        }

        texts.Add(text);
        return text;
    }
}
