using System.Globalization;
using System.Text;
using System.Text.Json;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Rendering;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>The file <c>accepted_drift.json</c>, which people write.</summary>
internal sealed class AcceptanceFile(string path)
{
    private const string Date = "yyyy-MM-dd";

    /// <summary>Its entries; none where there is no file. What cannot be understood is an error: it must not accept too much or too little.</summary>
    public IReadOnlyList<Acceptance> Read()
    {
        if (AtomicFile.Read(path) is not { } bytes)
        {
            return [];
        }

        bytes = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var entries = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("accepted", out var accepted)
                && accepted.ValueKind == JsonValueKind.Array ? accepted : throw Unreadable("it lacks the list \"accepted\"", 1);
            return [.. entries.EnumerateArray().Zip(EntryLines(bytes), Understand)];
        }
        catch (JsonException broken)
        {
            throw Unreadable(OneLine.Of(broken.Message), (int)(broken.LineNumber ?? 0) + 1);
        }
    }

    /// <summary>Writes the entries.</summary>
    public void Write(IEnumerable<AcceptedChange> entries)
    {
        using var text = new StringWriter { NewLine = "\n" };
        JsonReport.Write(text, json =>
        {
            json.WriteStartObject();
            json.Array("accepted", entries, entry => Write(json, entry));
            json.WriteEndObject();
        });
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Write(Utf8JsonWriter json, AcceptedChange entry)
    {
        json.WriteStartObject();
        json.WriteString("rule", entry.Rule);
        json.WriteString("object", entry.Subject);
        json.WriteString("reason", entry.Reason);
        if (entry.Expires is { } expires)
        {
            json.WriteString("expires", expires.ToString(Date, CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }

    private Acceptance Understand(JsonElement entry, int line)
    {
        if (entry.ValueKind != JsonValueKind.Object || entry.EnumerateObject().Any(member => member.Value.ValueKind != JsonValueKind.String
            || member.Name is not ("rule" or "object" or "reason" or "expires")))
        {
            throw Unreadable("an entry has \"rule\", \"object\", \"reason\" and perhaps \"expires\", all of them texts", line);
        }

        var expires = entry.TryGetProperty("expires", out var date) ? date.GetString()! : null;
        var change = new AcceptedChange(Required(entry, "rule", line), Required(entry, "object", line), Required(entry, "reason", line), expires is null ? null : Day(expires, line));
        return new Acceptance(change, line);
    }

    private string Required(JsonElement entry, string member, int line) =>
        entry.TryGetProperty(member, out var value) && !string.IsNullOrWhiteSpace(value.GetString()) ? value.GetString()! : throw Unreadable($"the entry has no {member}", line);

    private DateOnly Day(string text, int line) => DateOnly.TryParseExact(text, Date, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw Unreadable($"\"expires\" is '{OneLine.Of(text)}', which is no day such as 2026-12-31", line);

    private SnapshotException Unreadable(string why, int line) =>
        new(Rules.UnreadableAcceptances.At($"The accepted drift cannot be read: {why}. Mend the entry or delete it.", path, line));

    // The document does not say where an element stands.
    private static List<int> EntryLines(ReadOnlySpan<byte> utf8)
    {
        const int DepthOfEntries = 2;
        var lines = new List<int>();
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.CurrentDepth == DepthOfEntries && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.PropertyName))
            {
                lines.Add(utf8[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1);
            }
        }

        return lines;
    }
}
