using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Makes the indexes that belong to no constraint.</summary>
internal sealed class IndexObjects(DdlPaths paths, string schema, Relation relation)
{
    private readonly ValueList<string> owner = DdlPaths.Part(DdlPaths.Schema(schema), DdlPaths.KeyOf(relation), relation.Name);

    /// <summary>The indexes, and what makes them parts of the indexes of a partitioned table.</summary>
    public IEnumerable<DdlObject> All() => relation.Indexes.SelectMany(index => Attachment(index).Prepend(Make(index)));

    private DdlObject Make(SchemaSnapshot.Model.Index index)
    {
        var name = SqlText.Name(schema, index.Name);
        // That of a partitioned table is invalid until each partition has its part; no statement makes another one so.
        var isBroken = index.Invalid && relation.Kind != RelationKind.PartitionedTable;
        return new DdlObject
        {
            Path = PathOf(index),
            Kind = "index",
            Name = name,
            Record = index,
            Group = DdlGroup.Table,
            Create =
            [
                (isBroken ? "-- It was invalid when the snapshot was taken: its build failed or was still under way.\n" : "") + SqlText.Statement(index.Definition),
                .. IndexSql.Tablespace(schema, index.Name, index.Tablespace),
                .. index.Keys.SelectMany((key, place) => Statistics(name, key, place + 1)),
                .. TableSql.UsesOfIndex(schema, relation, index.Name),
                .. CommentSql.IfAny($"INDEX {name}", index.Comment),
            ],
            Drop = $"DROP INDEX {name}",
            Owner = owner,
            Needs = paths.Needs(index.DependsOn, [owner]),
            After = IndexSql.Attachments(paths, schema, relation),
        };
    }

    private static IEnumerable<string> Statistics(string index, IndexKey key, int place) =>
        key.StatisticsTarget is not { } target ? [] : [$"ALTER INDEX {index} ALTER COLUMN {SqlText.Number(place)} SET STATISTICS {SqlText.Number(target)}"];

    private IEnumerable<DdlObject> Attachment(SchemaSnapshot.Model.Index index)
    {
        if (index.PartitionOf is not { } parent || paths.Of(parent) is not { } parentPath)
        {
            return [];
        }

        ValueList<ValueList<string>> needs = [PathOf(index), parentPath, DdlPaths.Part(owner, "partition_of")];
        return [IndexSql.Attachment(Make(index), index, (parent.Schema!, parent.Name), (schema, index.Name), needs)];
    }

    private ValueList<string> PathOf(SchemaSnapshot.Model.Index index) => DdlPaths.Part(owner, "indexes", index.Name);
}
