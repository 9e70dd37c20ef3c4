using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>Makes objects.</summary>
internal static class CreateStatements
{
    /// <summary>The statements that make an object.</summary>
    public static IEnumerable<MigrationStatement> Of(MigrationObject item, MigrationScene scene)
    {
        // Checks are made with their table.
        if (item.Path is [.., "check_constraints", _] && scene.Find(item.To!.Owner) is { Stays: false, To: { } table } && IsMadeWith(table, (Constraint)item.To.Record))
        {
            return [];
        }

        var create = (item.IsAside ? scene.CreateInPlace(item) : item.To!.Create).Select(sql => IsOnExisting(item, scene) ? Alter.IndexAlteration.Setting(sql) : new MigrationStatement(sql)).ToList();
        if (create.Count > 0 && !ObjectPaths.IsTie(item.Path))
        {
            create[0] = IsOnExisting(item, scene) ? Warned(create[0], item) : IsOnCopied(item, scene) ? WarnedOfRows(create[0], item) : create[0];
        }

        return create.Count > 0 && item.Path is ["schemas", _, "tables", _, "partition_of"] && IsOnExisting(item, scene) ? [create[0].Locks(Attached(item, scene)), .. create.Skip(1)] : create;
    }

    // The partition, and the tables that foreign keys tie to it or the partitioned table.
    private static IEnumerable<string> Attached(MigrationObject tie, MigrationScene scene)
    {
        var partition = scene.Find(tie.To!.Owner)!;
        var parent = scene.Find(((Relation)tie.To.Record).PartitionOf);
        return scene.LastingLinksOf(parent).Where(link => link.Table == parent).Select(link => link.Other.To!.Name).Prepend(partition.To!.Name);
    }

    private static bool IsMadeWith(DdlObject table, Constraint check) =>
        check.Inherited || table.Create[0].Contains($"CONSTRAINT {SqlText.Name(check.Name)} ", StringComparison.Ordinal);

    private static bool IsOnExisting(MigrationObject item, MigrationScene scene) =>
        item.To!.Owner.Count > 2 && scene.Find(item.To.Owner) is { Stays: true };

    // What is new on a table that rows have been copied into; what was on the old one fits them.
    private static bool IsOnCopied(MigrationObject item, MigrationScene scene) =>
        scene.Find(item.To!.Owner) is { Fate: Fate.Replace, IsAside: true } && item.From?.Create.Equals(item.To.Create) != true;

    private static MigrationStatement WarnedOfRows(MigrationStatement create, MigrationObject item)
    {
        var table = ObjectPaths.RelationName(item.Path);
        return item.To!.Record switch
        {
            ForeignKey key => create.Note($"fails where {table} has rows without a counterpart").LocksWriting(SqlText.Name(key.ForeignSchema, key.ForeignTable)),
            Constraint or Model.Index { Unique: true } => create.Note($"fails where {table} has rows that break it"),
            _ => create,
        };
    }

    private static MigrationStatement Warned(MigrationStatement create, MigrationObject item)
    {
        var table = ObjectPaths.RelationName(item.Path);
        return item.To!.Record switch
        {
            Model.Index index => (index.Unique ? create.Note($"fails where {table} has rows that break it") : create).Note($"locks {table} against writing (SHARE) while it is built"),
            ForeignKey key => create.Note($"fails where {table} has rows without a counterpart; locks {table} and {SqlText.Name(key.ForeignSchema, key.ForeignTable)} against writing (SHARE ROW EXCLUSIVE)"),
            Constraint => create.Note($"fails where {table} has rows that break it; reads the whole table").Locks(table),
            DefinedObject { Kind.Id: "triggers" } => create.LocksWriting(table),
            DefinedObject { Kind.Id: "rules" or "policies" } => create.Locks(table),
            _ => create,
        };
    }
}
