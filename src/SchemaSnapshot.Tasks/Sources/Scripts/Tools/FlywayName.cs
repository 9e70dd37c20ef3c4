using System.Text.RegularExpressions;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>What the name of one of Flyway's scripts says, with its default prefixes and separator.</summary>
/// <param name="Prefix"><c>V</c>, <c>B</c>, <c>U</c>, <c>R</c>, or the event of a callback.</param>
/// <param name="Version">The version; null for repeatable ones and callbacks.</param>
/// <param name="Description">What repeatable ones and callbacks are ordered by.</param>
internal sealed partial record FlywayName(string Prefix, ScriptVersion? Version, string Description)
{
    /// <summary>A migration.</summary>
    public const string Versioned = "V";

    /// <summary>What stands for all versions up to its own.</summary>
    public const string Baseline = "B";

    /// <summary>What takes a version back.</summary>
    public const string Undo = "U";

    /// <summary>What runs whenever it changes.</summary>
    public const string Repeatable = "R";

    /// <summary>Whether it is the name of a migration, not of a callback.</summary>
    public bool IsMigration => Prefix is Versioned or Baseline or Undo or Repeatable;

    /// <summary>What a file name says; null where it is none of Flyway's.</summary>
    public static FlywayName? Parse(string fileName)
    {
        if (Pattern().Match(fileName) is not { Success: true } match)
        {
            return null;
        }

        var version = match.Groups["version"] is { Success: true } digits ? ScriptVersion.Parse(digits.Value) : null;
        return new(match.Groups["prefix"].Value, version, match.Groups["description"].Value.Replace('_', ' '));
    }

    [GeneratedRegex(
        @"^(?:(?<prefix>[VBU])(?<version>[0-9]+(?:[._][0-9]+)*)__|(?<prefix>R)__|(?<prefix>(?:before|after)[A-Z][A-Za-z]*)(?:__|(?=\.)))(?<description>.*)\.(?i:sql)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
