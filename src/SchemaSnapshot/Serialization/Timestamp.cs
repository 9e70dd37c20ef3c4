using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SchemaSnapshot.Serialization;

/// <summary>A moment as the schema map spells it: UTC in whole seconds, <c>2026-11-20T02:40:57Z</c>.</summary>
internal static class Timestamp
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    [return: NotNullIfNotNull(nameof(moment))]
    public static string? Format(DateTimeOffset? moment) => moment?.UtcDateTime.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text is spelled otherwise.</exception>
    public static DateTimeOffset? Parse(string? text) => text is null
        ? null
        : DateTimeOffset.ParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
