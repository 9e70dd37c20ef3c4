using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Finds the objects of a snapshot by what refers to them.</summary>
internal sealed class DdlPaths
{
    private readonly Dictionary<ObjectReference, ValueList<string>> paths = [];
    private readonly Dictionary<(string Schema, string Name), Relation> relations = [];
    private readonly ILookup<ObjectReference, (string Schema, Relation Relation)> partitions;

    public DdlPaths(DatabaseSnapshot snapshot)
    {
        foreach (var schema in snapshot.Schemas)
        {
            Add(schema);
        }

        foreach (var item in snapshot.Objects)
        {
            paths[new ObjectReference(item.Kind.Name, null, item.Name)] = [item.Kind.Key, item.Name];
        }

        partitions = snapshot.Schemas
            .SelectMany(schema => schema.Tables, (schema, table) => (schema.Name, table))
            .Where(item => item.table.PartitionOf is not null)
            .ToLookup(item => item.table.PartitionOf!);
    }

    /// <summary>The path of a schema.</summary>
    public static ValueList<string> Schema(string name) => ["schemas", name];

    /// <summary>The path of a named part.</summary>
    public static ValueList<string> Part(ValueList<string> owner, params ReadOnlySpan<string> keys) => [.. owner, .. keys];

    /// <summary>The path of an object that is referred to; null where it is not in the snapshot.</summary>
    public ValueList<string>? Of(ObjectReference reference) => paths.GetValueOrDefault(reference);

    /// <summary>The paths of what is referred to, after some others.</summary>
    public ValueList<ValueList<string>> Needs(IEnumerable<ObjectReference> references, params IEnumerable<ValueList<string>> others) =>
        others.Concat(references.Select(Of).OfType<ValueList<string>>()).Distinct().ToValueList();

    /// <summary>The relation that is referred to; null where it is not in the snapshot.</summary>
    public Relation? Relation(ObjectReference reference) =>
        reference.Schema is null ? null : relations.GetValueOrDefault((reference.Schema, reference.Name));

    /// <summary>The partitions of a table, down to those of its partitions.</summary>
    public IEnumerable<(string Schema, Relation Relation)> Partitions(string schema, string table) =>
        partitions[Table(schema, table)].SelectMany(item => Partitions(item.Schema, item.Relation.Name).Prepend(item));

    /// <summary>Refers to a table.</summary>
    public static ObjectReference Table(string schema, string name) => new("table", schema, name);

    private void Add(Schema schema)
    {
        var path = Schema(schema.Name);
        Add(schema, "tables", "table", schema.Tables.Select(item => item.Name));
        Add(schema, "views", "view", schema.Views.Select(item => item.Name));
        Add(schema, "materialized_views", "materialized view", schema.MaterializedViews.Select(item => item.Name));
        Add(schema, "sequences", "sequence", schema.Sequences.Select(item => item.Name));
        Add(schema, "enums", "enum", schema.Enums.Select(item => item.Name));
        Add(schema, "domains", "domain", schema.Domains.Select(item => item.Name));
        Add(schema, "composite_types", "composite type", schema.CompositeTypes.Select(item => item.Name));
        Add(schema, "range_types", "range type", schema.RangeTypes.Select(item => item.Name));
        Add(schema, "functions", "function", schema.Functions.Select(item => item.Signature));
        Add(schema, "procedures", "procedure", schema.Procedures.Select(item => item.Signature));
        Add(schema, "aggregates", "aggregate", schema.Aggregates.Select(item => item.Signature));
        Add(schema, "window_functions", "window function", schema.WindowFunctions.Select(item => item.Signature));
        foreach (var item in schema.Objects)
        {
            paths[new ObjectReference(item.Kind.Name, schema.Name, item.Name)] = Part(path, item.Kind.Key, item.Name);
        }

        foreach (var relation in schema.Relations)
        {
            relations[(schema.Name, relation.Name)] = relation;
            var owner = Part(path, KeyOf(relation), relation.Name);
            foreach (var index in relation.Indexes)
            {
                paths[new ObjectReference("index", schema.Name, index.Name)] = Part(owner, "indexes", index.Name);
            }
        }
    }

    /// <summary>The key in the schema map under which a relation stands.</summary>
    public static string KeyOf(Relation relation) => relation.Kind switch
    {
        RelationKind.View => "views",
        RelationKind.MaterializedView => "materialized_views",
        _ => "tables",
    };

    private void Add(Schema schema, string key, string kind, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            paths[new ObjectReference(kind, schema.Name, name)] = Part(Schema(schema.Name), key, name);
        }
    }
}
