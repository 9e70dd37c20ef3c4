using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Makes the triggers, rules and policies of a relation.</summary>
internal sealed class RelationPartObjects(DdlPaths paths, KeyNeeds keys, string schema, Relation relation)
{
    private readonly ValueList<string> owner = DdlPaths.Part(DdlPaths.Schema(schema), DdlPaths.KeyOf(relation), relation.Name);
    private readonly string name = SqlText.Name(schema, relation.Name);

    /// <summary>The objects.</summary>
    public IEnumerable<DdlObject> All() => relation.Objects.Where(item => !item.Kind.IsPrivilege).Select(Make);

    private DdlObject Make(DefinedObject item) => item.Kind.Id switch
    {
        "triggers" when item.Definition.StartsWith("ALTER ", StringComparison.Ordinal) => TriggerOfPartition(item),
        "triggers" => Make(item, "TRIGGER", DdlGroup.Trigger) with { After = IndexSql.Attachments(paths, schema, relation) },
        "rules" => Make(item, "RULE", DdlGroup.Rule),
        "policies" => Make(item, "POLICY", DdlGroup.Policy),
        _ => throw DefinedObjects.Unknown(item),
    };

    private DdlObject Make(DefinedObject item, string word, DdlGroup group)
    {
        var own = SqlText.Name(item.Name);
        var enabled = DefinedObjects.Property(item, "enabled");
        return new DdlObject
        {
            Path = DdlPaths.Part(owner, item.Kind.Key, item.Name),
            Kind = item.Kind.Name,
            Name = $"{own} on {name}",
            Record = item,
            Group = group,
            Create =
            [
                SqlText.Statement(item.Definition),
                .. enabled is null ? [] : (IEnumerable<string>)[$"ALTER TABLE {name} {EnableSql.Word(enabled)} {word} {own}"],
                .. CommentSql.IfAny($"{word} {own} ON {name}", item.Comment),
            ],
            Drop = $"DROP {word} {own} ON {name}",
            Owner = owner,
            Needs = paths.Needs(item.DependsOn, [owner, .. keys.Of(item.Definition, item.DependsOn)]),
        };
    }

    /// <summary>A partition has its parent's triggers; a snapshot names those that are enabled otherwise, by the statement that makes them so.</summary>
    private DdlObject TriggerOfPartition(DefinedObject item)
    {
        var origin = relation.PartitionOf is { } parent && paths.Of(parent) is { } path ? DdlPaths.Part(path, "triggers", item.Name) : owner;
        var own = Make(item, "TRIGGER", DdlGroup.Trigger);
        return own with
        {
            Create = [SqlText.Statement(item.Definition), .. CommentSql.IfAny($"TRIGGER {SqlText.Name(item.Name)} ON {name}", item.Comment)],
            Drop = null,
            Owner = origin,
            Needs = [owner, origin, DdlPaths.Part(owner, "partition_of")],
            After = Ancestors().Select(ancestor => DdlPaths.Part(ancestor, "triggers", item.Name)).ToValueList(),
        };
    }

    private IEnumerable<ValueList<string>> Ancestors()
    {
        for (var parent = relation.PartitionOf; parent is not null && paths.Of(parent) is { } path; parent = paths.Relation(parent)?.PartitionOf)
        {
            yield return path;
        }
    }
}
