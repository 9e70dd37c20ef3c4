using System.Globalization;
using System.Text.Json;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot;

/// <summary>Reads what a project says of drift from its assembly.</summary>
internal static class PolicyReader
{
    /// <summary>The version of the format that is written, and the newest that can be read.</summary>
    public const int FormatVersion = 1;

    /// <summary>The severity of a rule that nothing is to be heard of.</summary>
    public const string None = "None";

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or of a newer version.</exception>
    public static SchemaVerifierOptions Read(Stream stream)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException or SnapshotException)
        {
            throw new InvalidDataException($"It is damaged: {e.Message}", e);
        }
    }

    private static SchemaVerifierOptions Read(JsonElement policy)
    {
        var version = policy.GetProperty("format_version").GetInt32();
        if (version > FormatVersion)
        {
            throw new InvalidDataException($"It has format {version}; this version of SchemaSnapshot reads up to {FormatVersion}. Update the package.");
        }

        return new()
        {
            Scope = SnapshotScope.Parse(Texts(policy, "schemas"), Texts(policy, "exclude_schemas"), Texts(policy, "tables"), Texts(policy, "exclude_tables")),
            Privileges = !policy.TryGetProperty("privileges", out var privileges) || privileges.GetBoolean(),
            Uses = All(policy, "uses").Select(use => new Use(Text(use, "objects"), Enum.Parse<Access>(Text(use, "access")))).ToValueList(),
            Severities = All(policy, "rules").ToDictionary(rule => Text(rule, "code"), rule => Severity(Text(rule, "severity")), StringComparer.Ordinal),
            Renames = All(policy, "renames").Select(rename => new DeclaredRename(Text(rename, "from"), Text(rename, "to"))).ToValueList(),
            Accepted = All(policy, "accepted").Select(Accepted).ToValueList(),
        };
    }

    private static AcceptedChange Accepted(JsonElement change) => new(
        Text(change, "rule"),
        Text(change, "object"),
        Text(change, "reason"),
        change.TryGetProperty("expires", out var day) ? DateOnly.ParseExact(day.GetString()!, "O", CultureInfo.InvariantCulture) : null);

    private static DiagnosticSeverity? Severity(string text) => text == None ? null : Enum.Parse<DiagnosticSeverity>(text);

    private static IEnumerable<string> Texts(JsonElement policy, string name) => All(policy, name).Select(item => item.GetString()!);

    private static IEnumerable<JsonElement> All(JsonElement policy, string name) =>
        policy.TryGetProperty(name, out var items) ? items.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
