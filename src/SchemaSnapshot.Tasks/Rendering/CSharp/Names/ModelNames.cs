using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>
/// The names of namespaces and types. Every object of the snapshot takes part, those without a model too: what a project selects changes
/// no name.
/// </summary>
internal sealed class ModelNames
{
    /// <summary>The schema whose types are in the namespace of the models itself.</summary>
    public const string RootSchema = "public";

    private readonly ModelOptions options;
    private readonly Dictionary<string, string> schemas;
    private readonly Dictionary<RelationKey, string> types = [];
    private readonly HashSet<(string Space, string Name)> taken = [];

    /// <summary>The names of a snapshot.</summary>
    public ModelNames(DatabaseSnapshot snapshot, ModelOptions options)
    {
        this.options = options;
        var wishes = snapshot.Schemas.Select(schema => WantedName.Of(schema.Name, options.Names.Find(schema.Name))).ToList();
        schemas = NameClashes.Resolve(wishes, [.. ReservedNames.Members, .. OwnTypes], "the namespaces of schemas", "Schema");
        taken.UnionWith(OwnTypes.Concat(schemas.Where(schema => schema.Key != RootSchema).Select(schema => schema.Value)).Select(name => (options.Namespace, name)));
        foreach (var schema in snapshot.Schemas)
        {
            AddTypes(schema);
        }
    }

    private string[] OwnTypes => [ReservedNames.Tables, ReservedNames.TypeMapping, options.Context];

    /// <summary>The name of a schema.</summary>
    public string Schema(string schema) => schemas[schema];

    /// <summary>The namespace of a schema's types.</summary>
    public string Namespace(string schema) => schema == RootSchema ? options.Namespace : $"{options.Namespace}.{schemas[schema]}";

    /// <summary>The type of an enum, a composite type or a relation.</summary>
    public CSharpType Type(RelationKey key, bool isValueType = false) => new(Namespace(key.Schema), types[key], isValueType);

    /// <summary>What a simple name stands for in a namespace before anything that is imported: a type or a namespace of the models.</summary>
    public bool IsTaken(string space, string name) => taken.Contains((space, name));

    private void AddTypes(Schema schema)
    {
        var names = schema.Relations.Select(relation => relation.Name)
            .Concat(schema.Enums.Select(type => type.Name))
            .Concat(schema.CompositeTypes.Select(type => type.Name));
        var wishes = names.Select(name => WantedName.Of(name, options.Names.Find(schema.Name, name))).ToList();
        var isRoot = schema.Name == RootSchema;
        string[] reserved = isRoot ? [.. OwnTypes, .. schemas.Where(other => other.Key != RootSchema).Select(other => other.Value)] : [];
        foreach (var (raw, name) in NameClashes.Resolve(wishes, reserved, $"schema {schema.Name}", "Type"))
        {
            types[new(schema.Name, raw)] = name;
            taken.Add((Namespace(schema.Name), name));
        }
    }
}
