using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>What indexes and the constraints that have one share.</summary>
internal static class IndexSql
{
    /// <summary>Moves an index to its tablespace where it has one: an empty index moves at no cost, and the server's definition does not say it.</summary>
    public static IEnumerable<string> Tablespace(string schema, string index, string? tablespace) =>
        tablespace is null ? [] : [$"ALTER INDEX {SqlText.Name(schema, index)} SET TABLESPACE {SqlText.Name(tablespace)}"];

    /// <summary>Makes a partition's index a part of the index of the partitioned table.</summary>
    /// <param name="made">The index or constraint of the partition.</param>
    /// <param name="record">Its record.</param>
    /// <param name="parent">The index of the partitioned table.</param>
    /// <param name="part">The index of the partition.</param>
    /// <param name="needs">What must be there before.</param>
    public static DdlObject Attachment(
        DdlObject made, object record, (string Schema, string Name) parent, (string Schema, string Name) part, ValueList<ValueList<string>> needs) => new()
        {
            Path = DdlPaths.Part(made.Path, "partition_of"),
            Kind = "index partition",
            Name = made.Name,
            Record = record,
            Group = DdlGroup.Table,
            Create = [$"ALTER INDEX {SqlText.Name(parent.Schema, parent.Name)} ATTACH PARTITION {SqlText.Name(part.Schema, part.Name)}"],
            Owner = made.Path,
            Needs = needs,
        };

    /// <summary>What makes the partitions of a table its partitions: one attached later would get an index of the server's own making.</summary>
    public static ValueList<ValueList<string>> Attachments(DdlPaths paths, string schema, Relation table) =>
        table.Kind != RelationKind.PartitionedTable
            ? []
            : paths.Partitions(schema, table.Name)
                .Select(item => DdlPaths.Part(DdlPaths.Schema(item.Schema), "tables", item.Relation.Name, "partition_of"))
                .ToValueList();
}
