using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Makes foreign keys.</summary>
internal sealed class ForeignKeyObjects(DdlPaths paths, string schema, Relation table)
{
    private readonly ValueList<string> owner = DdlPaths.Part(DdlPaths.Schema(schema), "tables", table.Name);
    private readonly string name = SqlText.Name(schema, table.Name);

    /// <summary>The foreign keys of the table.</summary>
    public IEnumerable<DdlObject> All() => table.ForeignKeys.Select(Make);

    private DdlObject Make(ForeignKey key)
    {
        var alter = table.Kind == RelationKind.PartitionedTable ? $"ALTER TABLE {name}" : $"ALTER TABLE ONLY {name}";
        var origin = Origin(key);
        var comment = CommentSql.IfAny($"CONSTRAINT {SqlText.Name(key.Name)} ON {name}", key.Comment);
        var made = new DdlObject
        {
            Path = DdlPaths.Part(owner, "foreign_keys", key.Name),
            Kind = "foreign key",
            Name = $"{SqlText.Name(key.Name)} on {name}",
            Record = key,
            Group = DdlGroup.ForeignKey,
            Create = [$"{alter}\n    ADD CONSTRAINT {SqlText.Name(key.Name)} {key.Definition}", .. comment],
            Drop = $"{alter} DROP CONSTRAINT {SqlText.Name(key.Name)}",
            Owner = owner,
            Needs = [owner, .. Referenced(key)],
            After = [.. IndexSql.Attachments(paths, schema, table), .. OwnKeysOfPartitions(key)],
        };
        // The key of a partitioned table makes one of the same name in each partition.
        return origin is null ? made : made with { Create = [.. comment], Drop = null, Owner = origin, Needs = [owner, origin], After = [] };
    }

    /// <summary>The path of the parent's key that makes this one as it is; null where a statement of its own is needed.</summary>
    private ValueList<string>? Origin(ForeignKey key)
    {
        if (!key.Inherited || table.PartitionOf is not { } parent || paths.Relation(parent) is not { } relation)
        {
            return null;
        }

        return relation.ForeignKeys.Any(other => other.Name == key.Name && other.Definition == key.Definition)
            ? DdlPaths.Part(paths.Of(parent)!, "foreign_keys", key.Name)
            : null;
    }

    /// <summary>A partition's key with a name or state of its own has to be there before the parent's, which then takes it for its part.</summary>
    private IEnumerable<ValueList<string>> OwnKeysOfPartitions(ForeignKey key) =>
        table.Kind != RelationKind.PartitionedTable
            ? []
            : from item in paths.Partitions(schema, table.Name)
              from other in item.Relation.ForeignKeys
              where other.Inherited && (other.Name != key.Name || other.Definition != key.Definition)
              select DdlPaths.Part(DdlPaths.Schema(item.Schema), "tables", item.Relation.Name, "foreign_keys", other.Name);

    /// <summary>The referenced table, and its keys over the referenced columns, whole with those of its partitions.</summary>
    private IEnumerable<ValueList<string>> Referenced(ForeignKey key)
    {
        var reference = DdlPaths.Table(key.ForeignSchema, key.ForeignTable);
        return paths.Relation(reference) is not { } foreign
            ? []
            : paths.Partitions(key.ForeignSchema, key.ForeignTable).Prepend((key.ForeignSchema, foreign))
                .SelectMany(item => Keys(item.Item1, item.Item2, key.ForeignColumns))
                .Prepend(paths.Of(reference)!);
    }

    private static IEnumerable<ValueList<string>> Keys(string schema, Relation relation, ValueList<string> columns)
    {
        var path = DdlPaths.Part(DdlPaths.Schema(schema), "tables", relation.Name);
        bool IsOver(IEnumerable<string> key) => key.Order(StringComparer.Ordinal).SequenceEqual(columns.Order(StringComparer.Ordinal));
        ValueList<string>[] keys =
        [
            .. relation.PrimaryKey is { } primary && IsOver(primary.Columns) ? (IEnumerable<ValueList<string>>)[DdlPaths.Part(path, "primary_key")] : [],
            .. relation.UniqueConstraints.Where(constraint => IsOver(constraint.Columns)).Select(constraint => DdlPaths.Part(path, "unique_constraints", constraint.Name)),
            .. relation.Indexes.Where(index => index is { Unique: true, Predicate: null } && IsOver(index.Keys.Select(item => item.Column ?? "")))
                .Select(index => DdlPaths.Part(path, "indexes", index.Name)),
        ];
        return keys.Concat(keys.Select(item => DdlPaths.Part(item, "partition_of")));
    }
}
