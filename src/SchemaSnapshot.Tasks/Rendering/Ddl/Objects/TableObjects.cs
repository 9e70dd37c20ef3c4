using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Makes tables of every kind, without their keys and indexes.</summary>
internal sealed class TableObjects(DdlPaths paths, Schema schema)
{
    /// <summary>The tables of the schema, and what makes them partitions.</summary>
    public IEnumerable<DdlDraft> All() => schema.Tables.SelectMany(Make);

    private IEnumerable<DdlDraft> Make(Relation table)
    {
        var whole = Table(table, new TableParts(paths, schema.Name, table));
        return
        [
            new DdlDraft(whole)
            {
                Split = circle =>
                {
                    var parts = new TableParts(paths, schema.Name, table, circle);
                    return new DdlSplit([Table(table, parts), .. parts.Late()]);
                },
            },
            .. Attachment(table).Select(item => new DdlDraft(item)),
        ];
    }

    private DdlObject Table(Relation table, TableParts parts)
    {
        var owner = DdlPaths.Schema(schema.Name);
        var name = SqlText.Name(schema.Name, table.Name);
        return new DdlObject
        {
            Path = PathOf(table),
            Kind = TableSql.Kind(table),
            Name = name,
            Record = table,
            Group = DdlGroup.Table,
            Create = [.. parts.Create(), .. parts.Statements(), .. TableSql.Comments(schema.Name, table), .. parts.ConstraintComments()],
            Drop = $"DROP {TableSql.Word(table)} {name}",
            Owner = owner,
            Needs = paths.Needs([.. table.DependsOn, .. table.Inherits, .. parts.References()], [owner]),
        };
    }

    /// <summary>A partition is made by itself and attached: so its columns keep their order, and its indexes their names.</summary>
    private IEnumerable<DdlObject> Attachment(Relation table)
    {
        if (table is not { PartitionOf: { } parent, PartitionBound: { } bound })
        {
            return [];
        }

        var (path, name) = (PathOf(table), SqlText.Name(schema.Name, table.Name));
        var alter = $"ALTER TABLE ONLY {SqlText.Name(parent.Schema!, parent.Name)}";
        return
        [
            new DdlObject
            {
                Path = DdlPaths.Part(path, "partition_of"),
                Kind = "partition",
                Name = name,
                Record = table,
                Group = DdlGroup.Table,
                Create = [$"{alter} ATTACH PARTITION {name} {bound}"],
                Drop = $"{alter} DETACH PARTITION {name}",
                Owner = path,
                Needs = paths.Needs([parent], [path]),
            },
        ];
    }

    private ValueList<string> PathOf(Relation table) => DdlPaths.Part(DdlPaths.Schema(schema.Name), "tables", table.Name);
}
