using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Finds the foreign keys that Entity Framework can follow, and names their navigations.</summary>
internal sealed class Relationships
{
    private readonly ModelSet models;
    private readonly Dictionary<RelationKey, ModelRelation> relations;
    private readonly List<Relationship> all;

    /// <summary>Those of the models.</summary>
    public Relationships(ModelSet models)
    {
        this.models = models;
        relations = models.Relations.ToDictionary(relation => relation.Key);
        var named = models.Relations.SelectMany(Followed).ToList();
        all = Named([.. named.Select(relationship => relationship with { Reference = CandidateOf(relationship, named) })]);
    }

    /// <summary>Those from a table.</summary>
    public IEnumerable<Relationship> From(ModelRelation relation) => all.Where(relationship => relationship.Dependent.Key == relation.Key);

    /// <summary>Those to a table, with a navigation there.</summary>
    public IEnumerable<Relationship> To(ModelRelation relation) => all.Where(relationship => relationship.Principal.Key == relation.Key && relationship.Inverse is not null);

    private IEnumerable<Relationship> Followed(ModelRelation dependent)
    {
        var followed = dependent.Relation.ForeignKeys.Select(key => Follow(dependent, key)).OfType<Relationship>();
        // Two keys over the same columns to the same table are one to Entity Framework.
        return followed.DistinctBy(relationship => (relationship.Principal.Key, string.Join('\0', relationship.Members.Select(member => member.Name)), string.Join('\0', relationship.PrincipalMembers.Select(member => member.Name))));
    }

    private Relationship? Follow(ModelRelation dependent, ForeignKey key)
    {
        if (key.Period || dependent.IsView || !relations.TryGetValue(new(key.ForeignSchema, key.ForeignTable), out var principal) || !EntityKeys.HasKey(models, principal))
        {
            return null;
        }

        var pairs = key.Columns.Zip(key.ForeignColumns, (own, foreign) => (Own: dependent.Member(own), Foreign: principal.Member(foreign))).ToList();
        var primary = principal.Relation.PrimaryKey!.Columns;
        var isToPrimaryKey = pairs.Count == primary.Count && pairs.All(pair => primary.Contains(pair.Foreign.Column.Name));
        if (isToPrimaryKey)
        {
            pairs = [.. pairs.OrderBy(pair => primary.ToList().IndexOf(pair.Foreign.Column.Name))];
        }

        var isPossible = pairs.TrueForAll(pair => pair.Own.Type.CSharp == pair.Foreign.Type.CSharp
            && EntityKeys.IsComparable(models, pair.Own) && EntityKeys.IsComparable(models, pair.Foreign) && !pair.Foreign.IsNullable);
        return !isPossible ? null : new Relationship(dependent, principal, key)
        {
            Members = pairs.Select(pair => pair.Own).ToValueList(),
            PrincipalMembers = pairs.Select(pair => pair.Foreign).ToValueList(),
            IsOne = EntityKeys.Unique(dependent.Relation).Any(unique => unique.Count == pairs.Count && unique.All(key.Columns.Contains)),
        };
    }

    // customer_id leads to Customer; other keys to the name of the table, told apart by their columns where there are several.
    private static string CandidateOf(Relationship relationship, List<Relationship> others)
    {
        if (relationship.Members is [var only] && Stem(only) is { } stem)
        {
            return stem;
        }

        var isAlone = others.Count(other => other.Dependent.Key == relationship.Dependent.Key && other.Principal.Key == relationship.Principal.Key) == 1;
        var name = relationship.Principal.Type.Name;
        return isAlone ? name : $"{name}By{string.Join("And", relationship.Members.Select(member => member.Name))}";
    }

    private static string? Stem(ModelMember member) =>
        member.Name.Length > 2 && member.Name.EndsWith("Id", StringComparison.Ordinal) ? member.Name[..^2] : null;

    private List<Relationship> Named(List<Relationship> relationships)
    {
        var references = relationships.ConvertAll(relationship => (relationship, On: relationship.Dependent, Wish: new WantedName(
            $"{relationship.Key.Name}", relationship.Reference, models.Options.Names.Find(relationship.Dependent.Key.Schema, relationship.Dependent.Key.Name, relationship.Key.Name))));
        var referenceNames = Resolve(references);
        relationships = relationships.ConvertAll(relationship => relationship with { Reference = referenceNames[(relationship.Dependent.Key, relationship.Key.Name)] });

        var inverses = relationships.Where(relationship => EntityKeys.HasKey(models, relationship.Dependent)).Select(relationship => (relationship, On: relationship.Principal, Wish: new WantedName(
            $"{relationship.Dependent.Key}.{relationship.Key.Name}", InverseOf(relationship, relationships), null))).ToList();
        var inverseNames = Resolve(inverses, referenceNames);
        return relationships.ConvertAll(relationship => relationship with
        {
            Inverse = inverseNames.GetValueOrDefault((relationship.Principal.Key, $"{relationship.Dependent.Key}.{relationship.Key.Name}")),
        });
    }

    private string InverseOf(Relationship relationship, List<Relationship> others)
    {
        var between = others.Count(other => other.Dependent.Key == relationship.Dependent.Key && other.Principal.Key == relationship.Principal.Key);
        var isSelf = relationship.Dependent.Key == relationship.Principal.Key;
        var name = relationship.Dependent.Type.Name;
        // Tables of the same name in several schemas refer to this one.
        var isAmbiguous = others.Exists(other => other.Principal.Key == relationship.Principal.Key && other.Dependent.Type.Name == name && other.Dependent.Key != relationship.Dependent.Key)
            && relationship.Dependent.Key.Schema != relationship.Principal.Key.Schema;
        name = isAmbiguous ? $"{models.Names.Schema(relationship.Dependent.Key.Schema)}{name}" : name;
        return between == 1 && !isSelf ? name : $"{name}By{relationship.Reference}";
    }

    private static Dictionary<(RelationKey, string), string> Resolve(
        List<(Relationship Relationship, ModelRelation On, WantedName Wish)> wishes, Dictionary<(RelationKey Key, string), string>? others = null)
    {
        var names = new Dictionary<(RelationKey, string), string>();
        foreach (var group in wishes.GroupBy(wish => wish.On.Key))
        {
            var taken = others?.Where(other => other.Key.Key == group.Key).Select(other => other.Value) ?? [];
            var on = group.First().On;
            string[] reserved = [on.Type.Name, .. ReservedNames.Members, .. on.Members.Select(member => member.Name), .. taken];
            foreach (var (raw, name) in NameClashes.Resolve([.. group.Select(wish => wish.Wish)], reserved, group.Key.ToString(), "Navigation"))
            {
                names[(group.Key, raw)] = name;
            }
        }

        return names;
    }
}
