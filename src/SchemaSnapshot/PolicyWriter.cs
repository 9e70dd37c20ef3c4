using System.Text.Json;
using SchemaSnapshot.Comparison;

namespace SchemaSnapshot;

/// <summary>Writes what a project says of drift, for its assembly: in one line, what is left at its default left out.</summary>
internal static class PolicyWriter
{
    /// <summary>The JSON that <see cref="PolicyReader"/> reads.</summary>
    public static byte[] ToBytes(SchemaVerifierOptions options)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("format_version", PolicyReader.FormatVersion);
            Write(json, options);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, SchemaVerifierOptions options)
    {
        WriteTexts(json, "schemas", options.Scope.Schemas);
        WriteTexts(json, "exclude_schemas", options.Scope.ExcludeSchemas);
        WriteTexts(json, "tables", options.Scope.Tables);
        WriteTexts(json, "exclude_tables", options.Scope.ExcludeTables);
        if (!options.Privileges)
        {
            json.WriteBoolean("privileges", false);
        }

        WriteAll(json, "uses", options.Uses, use => [("objects", $"{use.Objects}"), ("access", $"{use.Access}")]);
        WriteAll(
            json,
            "rules",
            options.Severities.OrderBy(rule => rule.Key, StringComparer.Ordinal),
            rule => [("code", rule.Key), ("severity", rule.Value?.ToString() ?? PolicyReader.None)]);
        WriteAll(json, "renames", options.Renames, rename => [("from", rename.From), ("to", rename.To)]);
        WriteAll(json, "accepted", options.Accepted, Members);
    }

    private static (string Name, string? Value)[] Members(AcceptedChange change) =>
        [("rule", change.Rule), ("object", change.Subject), ("reason", change.Reason), ("expires", change.Expires?.ToString("O"))];

    private static void WriteTexts<T>(Utf8JsonWriter json, string name, IReadOnlyCollection<T> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue($"{text}");
        }

        json.WriteEndArray();
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Func<T, (string Name, string? Value)[]> members)
    {
        List<T> all = [.. items];
        if (all.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in all)
        {
            json.WriteStartObject();
            foreach (var (member, value) in members(item).Where(member => member.Value is not null))
            {
                json.WriteString(member, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
