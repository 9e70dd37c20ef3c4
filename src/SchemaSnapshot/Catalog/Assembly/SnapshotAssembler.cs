using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>Makes a snapshot of the rows of the catalog queries. Pure.</summary>
internal static class SnapshotAssembler
{
    public static CatalogReading Assemble(CatalogRows rows, CatalogOptions options)
    {
        var context = AssemblyContext.Of(rows, options);
        var defined = new DefinedObjects(context);
        var database = rows["database"].Single();
        var snapshot = new DatabaseSnapshot
        {
            Database = database.Text("name"),
            ServerVersion = database.Text("server_version"),
            Comment = context.Comments.On("pg_database", database.Number("oid")),
            Schemas = Schemas(context, defined),
            Objects = defined.OfDatabase(),
        };
        var notModelled = rows["unmodelled"]
            .Select(row => new ObjectCount(row.Text("kind"), row.Number("count")))
            .Where(count => count.Count > 0)
            .OrderBy(count => count.Kind, StringComparer.Ordinal);
        return new CatalogReading(snapshot, notModelled.ToValueList()) { Mark = options.Mark ? CatalogMark.Of(rows) : null };
    }

    private static ValueList<Schema> Schemas(AssemblyContext context, DefinedObjects defined)
    {
        var relations = new RelationAssembler(context, defined).Assemble();
        var types = new TypeAssembler(context);
        var (enums, domains, composites, ranges) = (types.Enums(), types.Domains(), types.Composites(), types.Ranges());
        var routines = new RoutineAssembler(context).Assemble();
        var sequences = SequenceAssembler.Assemble(context);
        var oids = context.Rows["schemas"].ToDictionary(row => row.Text("name"), row => row.Number("oid"), StringComparer.Ordinal);
        // A schema that an extension made is none of the user's, but what the user put into it is.
        return oids.Keys.Union(context.Objects.Schemas, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Comment: oids.TryGetValue(name, out var oid) ? context.Comments.On("pg_namespace", oid) : null))
            .Select(schema => new Schema
            {
                Name = schema.Name,
                Comment = schema.Comment,
                Tables = Sorted(relations[schema.Name].Where(IsTable), relation => relation.Name),
                Views = Sorted(relations[schema.Name].Where(relation => relation.Kind == RelationKind.View), relation => relation.Name),
                MaterializedViews = Sorted(
                    relations[schema.Name].Where(relation => relation.Kind == RelationKind.MaterializedView), relation => relation.Name),
                Sequences = Sorted(sequences[schema.Name], sequence => sequence.Name),
                Enums = Sorted(enums[schema.Name], type => type.Name),
                Domains = Sorted(domains[schema.Name], type => type.Name),
                CompositeTypes = Sorted(composites[schema.Name], type => type.Name),
                RangeTypes = Sorted(ranges[schema.Name], type => type.Name),
                Functions = Sorted(routines[(schema.Name, "function")], routine => routine.Signature),
                Procedures = Sorted(routines[(schema.Name, "procedure")], routine => routine.Signature),
                Aggregates = Sorted(routines[(schema.Name, "aggregate")], routine => routine.Signature),
                WindowFunctions = Sorted(routines[(schema.Name, "window function")], routine => routine.Signature),
                Objects = defined.OfSchema(schema.Name),
            })
            .ToValueList();
    }

    private static bool IsTable(Relation relation) => relation.Kind is not (RelationKind.View or RelationKind.MaterializedView);

    private static ValueList<T> Sorted<T>(IEnumerable<T> items, Func<T, string> name) =>
        items.OrderBy(name, StringComparer.Ordinal).ToValueList();
}
