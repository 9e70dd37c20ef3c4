using System.Globalization;
using System.Text.Json;

namespace SchemaSnapshot.Tasks.Publishing;

/// <summary>A project at SqlDBM.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
internal sealed record SqlDbmProject(string Id, string Name)
{
    /// <summary>Reads the answer to <c>GET /projects</c>: a list, or an object with the list as its <c>data</c>. Null where it is neither.</summary>
    public static IReadOnlyList<SqlDbmProject>? ReadList(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var list = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("data", out var data) ? data : root;
            if (list.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            var projects = list.EnumerateArray().Select(Read).ToList();
            return projects.Contains(null) ? null : [.. projects.OfType<SqlDbmProject>()];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SqlDbmProject? Read(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && Text(item, "id", "projectId") is { } id && Text(item, "name", "projectName") is { } name ? new(id, name) : null;

    // Ids are numbers in the documentation.
    private static string? Text(JsonElement item, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (item.TryGetProperty(key, out var value))
            {
                return value.ValueKind switch
                {
                    JsonValueKind.String => value.GetString(),
                    JsonValueKind.Number when value.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
                    _ => null,
                };
            }
        }

        return null;
    }
}
