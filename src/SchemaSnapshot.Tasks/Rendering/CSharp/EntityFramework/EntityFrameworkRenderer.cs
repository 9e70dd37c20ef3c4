using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Writes entities with their navigations, and the context with their whole configuration.</summary>
internal static class EntityFrameworkRenderer
{
    /// <summary>The files.</summary>
    public static IEnumerable<ModelFile> Render(ModelSet models, RowTypeRenderer rows)
    {
        var relationships = new Relationships(models);
        var configurations = new ConfigurationRenderer(models, relationships);
        var methods = Methods(models);
        return models.Relations
            .SelectMany(relation => new[] { Entity(relation, relationships, rows), configurations.Render(relation, methods[relation.Key]) })
            .Append(ContextRenderer.Render(models, methods));
    }

    // Who sets the navigation has not to give the foreign key as well.
    private static ModelFile Entity(ModelRelation relation, Relationships relationships, RowTypeRenderer rows)
    {
        var referring = relationships.From(relation).SelectMany(relationship => relationship.Members).Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        var members = relation.Members.Select(member => referring.Contains(member.Name) ? member with { IsRequired = false } : member).ToValueList();
        return rows.Relation(relation with { Members = members }, file => NavigationRenderer.Render(file, relationships, relation));
    }

    private static Dictionary<RelationKey, string> Methods(ModelSet models)
    {
        var wishes = models.Relations.Select(relation => new WantedName(relation.Key.ToString(), $"Configure{models.Names.Schema(relation.Key.Schema)}{relation.Type.Name}", null)).ToList();
        var names = NameClashes.Resolve(wishes, ReservedNames.Context, models.Options.Context);
        return models.Relations.ToDictionary(relation => relation.Key, relation => names[relation.Key.ToString()]);
    }
}
