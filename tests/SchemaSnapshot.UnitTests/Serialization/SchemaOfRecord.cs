using System.Text.Json;
using System.Text.Json.Nodes;
using SchemaSnapshot.Model;
using SchemaSnapshot.UnitTests.Models;

namespace SchemaSnapshot.UnitTests.Serialization;

/// <summary>Makes the schema of the members of a record.</summary>
internal sealed class SchemaOfRecord<T>(Shape<T> shape, SchemaDefinitions definitions) : IFieldVisitor<T>
{
    public JsonObject Properties { get; } = [];

    public List<string> Required { get; } = [];

    public static SchemaOfRecord<T> Of(Shape<T> shape, SchemaDefinitions definitions, bool hasName = true)
    {
        var visitor = new SchemaOfRecord<T>(shape, definitions);
        foreach (var field in hasName ? shape.AllFields : shape.Fields)
        {
            field.Accept(visitor);
        }

        return visitor;
    }

    public void Text(TextField<T> field) => Add(field, new JsonObject { ["type"] = "string" });

    public void Flag(FlagField<T> field) => Add(field, new JsonObject { ["type"] = "boolean" });

    public void Number(NumberField<T> field)
    {
        var mayBeNull = field.IsRequired && field.Get(field.Set(shape.Empty, null)) is null;
        Add(field, new JsonObject { ["type"] = mayBeNull ? new JsonArray("integer", "null") : "integer" });
    }

    public void Names(NamesField<T> field) =>
        Add(field, new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } });

    public void Part<TPart>(PartField<T, TPart> field)
        where TPart : class => Add(field, Reference(field.Shape, hasName: true));

    public void Parts<TPart>(PartsField<T, TPart> field)
        where TPart : class
    {
        var isNamed = field.Layout is PartsLayout.NamedLines or PartsLayout.NamedBlocks;
        var part = Reference(field.Shape, hasName: !isNamed);
        Add(field, isNamed
            ? new JsonObject { ["type"] = "object", ["additionalProperties"] = part }
            : new JsonObject { ["type"] = "array", ["items"] = part });
    }

    // Relations have one record and several shapes; other shapes of one record differ in their word alone, or in having the name outside.
    private JsonObject Reference<TPart>(Shape<TPart> part, bool hasName)
    {
        var members = SchemaOfRecord<TPart>.Of(part, definitions, hasName);
        var schema = new JsonObject
        {
            ["description"] = Documentation.OfType(typeof(TPart)),
            ["type"] = "object",
            ["properties"] = members.Properties,
            ["required"] = new JsonArray([.. members.Required.Select(key => JsonValue.Create(key))]),
            ["additionalProperties"] = false,
        };
        if (members.Required.Count == 0)
        {
            schema.Remove("required");
        }

        var record = JsonNamingPolicy.SnakeCaseLower.ConvertName(typeof(TPart).Name);
        return typeof(TPart) == typeof(Relation)
            ? definitions.Refer(schema, part.Kind.Replace(' ', '_'))
            : definitions.Refer(schema, record, record + "_by_name");
    }

    private void Add(Field<T> field, JsonObject schema)
    {
        schema.Insert(0, "description", Describe(field));
        Properties.Add(field.Key, schema);
        if (field.IsRequired)
        {
            Required.Add(field.Key);
        }
    }

    private string Describe(Field<T> field)
    {
        var property = ShapeWalk<T>.Changed(shape, field).SingleOrDefault();
        return property switch
        {
            null => "How many there are; follows from the other members.",
            nameof(Schema.Objects) => $"The objects of the kind: {DefinedKind.All.First(kind => kind.Key == field.Key).Name}.",
            _ => Documentation.OfProperty(typeof(T), property),
        };
    }
}
