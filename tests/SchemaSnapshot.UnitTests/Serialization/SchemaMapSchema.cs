using System.Text.Json.Nodes;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot.UnitTests.Serialization;

/// <summary>Makes the JSON Schema of the schema map out of the shapes and the comments on the model.</summary>
internal static class SchemaMapSchema
{
    public static JsonObject Make()
    {
        var definitions = new SchemaDefinitions();
        var header = SchemaOfRecord<SchemaMapHeader>.Of(SchemaMapFormat.Header, definitions);
        var content = SchemaOfRecord<DatabaseSnapshot>.Of(SnapshotShapes.Database, definitions);
        Constrain(header.Properties);
        foreach (var (key, value) in content.Properties)
        {
            header.Properties.Add(key, value!.DeepClone());
        }

        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "https://github.com/schemasnapshot/schemasnapshot/blob/main/docs/schema_map.schema.json",
            ["title"] = "schema_map.json",
            ["description"] = Documentation.OfType(typeof(DatabaseSnapshot)),
            ["type"] = "object",
            ["properties"] = header.Properties,
            ["required"] = new JsonArray([.. header.Required.Concat(content.Required).Select(key => JsonValue.Create(key))]),
            ["additionalProperties"] = false,
            ["$defs"] = definitions.ToJson(),
        };
    }

    // What the types of the header's fields do not say.
    private static void Constrain(JsonObject header)
    {
        header["format_version"]!["const"] = SchemaMapFormat.Version;
        header["exported_at"]!["pattern"] = @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$";
        header["fingerprint"]!["pattern"] = "^sha256:[0-9a-f]{64}$";
    }
}
