using System.Text.Json.Nodes;

namespace SchemaSnapshot.UnitTests.Serialization;

/// <summary>The schemas that others refer to. Shapes that are the same but for their word share one.</summary>
internal sealed class SchemaDefinitions
{
    private readonly SortedDictionary<string, JsonObject> found = new(StringComparer.Ordinal);

    /// <summary>Adds a schema under the first of the names that is free or already means the same; gives the reference to it.</summary>
    public JsonObject Refer(JsonObject schema, params string[] names)
    {
        var name = names.First(candidate => !found.TryGetValue(candidate, out var other) || JsonNode.DeepEquals(other, schema));
        found[name] = schema;
        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    public JsonObject ToJson() => new(found.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}
