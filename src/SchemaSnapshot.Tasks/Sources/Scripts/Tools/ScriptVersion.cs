using System.Globalization;
using System.Numerics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>The version in a script's name: numbers, compared as such, so that 1.10 comes after 1.9 and 1.0 is 1.</summary>
internal sealed class ScriptVersion : IComparable<ScriptVersion>
{
    private readonly List<BigInteger> parts;

    private ScriptVersion(List<BigInteger> parts) => this.parts = parts;

    /// <summary>A version.</summary>
    /// <param name="text">Digits, with dots or underscores between them.</param>
    public static ScriptVersion Parse(string text) => new([.. text.Split('.', '_').Select(part => BigInteger.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture))]);

    /// <inheritdoc/>
    public int CompareTo(ScriptVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        for (var i = 0; i < Math.Max(parts.Count, other.parts.Count); i++)
        {
            var order = parts.ElementAtOrDefault(i).CompareTo(other.parts.ElementAtOrDefault(i));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
