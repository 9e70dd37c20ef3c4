namespace SchemaSnapshot.Model;

/// <summary>The shapes of a <see cref="Schema"/> and of the whole <see cref="DatabaseSnapshot"/>: where going through a snapshot starts.</summary>
internal static class SnapshotShapes
{
    /// <summary>What a schema consists of.</summary>
    public static Shape<Schema> Schema { get; } = new(
        "schema",
        new Schema { Name = "" },
        new TextField<Schema>("name", s => s.Name, (s, v) => s with { Name = v! }) { IsRequired = true },
        [
            new TextField<Schema>("comment", s => s.Comment, (s, v) => s with { Comment = v }),
            Blocks("tables", RelationShapes.Table, s => s.Tables, (s, v) => s with { Tables = v }, isRequired: true),
            Blocks("views", RelationShapes.View, s => s.Views, (s, v) => s with { Views = v }),
            Blocks("materialized_views", RelationShapes.MaterializedView, s => s.MaterializedViews, (s, v) => s with { MaterializedViews = v }),
            new PartsField<Schema, Sequence>(
                "sequences", PartsLayout.NamedLines, SequenceShape.Sequence, s => s.Sequences, (s, v) => s with { Sequences = v }),
            Blocks("enums", TypeShapes.Enum, s => s.Enums, (s, v) => s with { Enums = v }),
            Blocks("domains", TypeShapes.Domain, s => s.Domains, (s, v) => s with { Domains = v }),
            Blocks("composite_types", TypeShapes.Composite, s => s.CompositeTypes, (s, v) => s with { CompositeTypes = v }),
            Blocks("range_types", TypeShapes.Range, s => s.RangeTypes, (s, v) => s with { RangeTypes = v }),
            Blocks("functions", RoutineShapes.Function, s => s.Functions, (s, v) => s with { Functions = v }),
            Blocks("procedures", RoutineShapes.Procedure, s => s.Procedures, (s, v) => s with { Procedures = v }),
            Blocks("aggregates", RoutineShapes.Aggregate, s => s.Aggregates, (s, v) => s with { Aggregates = v }),
            Blocks("window_functions", RoutineShapes.WindowFunction, s => s.WindowFunctions, (s, v) => s with { WindowFunctions = v }),
            .. DefinedShapes.Fields<Schema>(DefinedLevel.Schema, s => s.Objects, (s, v) => s with { Objects = v }),
            new NumberField<Schema>("table_count", s => s.Tables.Count, set: null) { IsRequired = true },
        ]);

    /// <summary>What a snapshot consists of, without the header that only the file has.</summary>
    public static Shape<DatabaseSnapshot> Database { get; } = new(
        "database",
        new DatabaseSnapshot { Database = "" },
        name: null,
        [
            new TextField<DatabaseSnapshot>("comment", d => d.Comment, (d, v) => d with { Comment = v }) { IsVolatile = true },
            new PartsField<DatabaseSnapshot, MigrationState>(
                "migrations", PartsLayout.Lines, MigrationShape.State, d => d.Migrations, (d, v) => d with { Migrations = v }) { IsVolatile = true },
            new PartsField<DatabaseSnapshot, Schema>(
                "schemas", PartsLayout.NamedBlocks, Schema, d => d.Schemas, (d, v) => d with { Schemas = v }) { IsRequired = true },
            .. DefinedShapes.Fields<DatabaseSnapshot>(DefinedLevel.Database, d => d.Objects, (d, v) => d with { Objects = v }),
        ]);

    private static PartsField<Schema, TPart> Blocks<TPart>(
        string key, Shape<TPart> shape, Func<Schema, ValueList<TPart>> get, Func<Schema, ValueList<TPart>, Schema> set, bool isRequired = false)
        where TPart : class =>
        new(key, PartsLayout.NamedBlocks, shape, get, set) { IsRequired = isRequired };
}
