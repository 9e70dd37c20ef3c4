using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>What Entity Framework can do with a relation's columns and keys.</summary>
internal static class EntityKeys
{
    // The provider has no mapping for these types of the driver.
    private static readonly HashSet<string> Unmapped = new(StringComparer.Ordinal) { "refcursor", "int2vector", "oidvector" };

    /// <summary>Whether a member can be a property.</summary>
    public static bool IsProperty(ModelSet models, ModelMember member) =>
        !member.Type.CSharp.IsUnknown
        && !Unmapped.Contains(member.Type.Base.Name)
        && !(member.Type.CSharp.IsArray && member.Type.CSharp.Arguments[0].IsArray && member.Type.Base.Name != "bytea")
        && (member.Type.UserType is not { } key || models.Enums.Any(model => model.Key == key) || (!member.Type.CSharp.IsArray && models.Ranges.Any(range => range.Key == key)));

    /// <summary>Whether a member can be in a key or a unique index: their values are compared and sorted in the program.</summary>
    public static bool IsComparable(ModelSet models, ModelMember member) =>
        IsProperty(models, member) && (member.Type.CSharp.Namespace is null or "System" || models.Enums.Any(model => model.Key == member.Type.UserType));

    /// <summary>Whether rows are told apart by a key.</summary>
    public static bool HasKey(ModelSet models, ModelRelation relation) =>
        relation.Relation.PrimaryKey is { Columns.Count: > 0 } key && key.Columns.All(column => IsComparable(models, relation.Member(column)));

    /// <summary>The columns of each unique constraint, and of each unique index that every row is in.</summary>
    public static IEnumerable<ValueList<string>> Unique(Relation relation)
    {
        var indexes = relation.Indexes.Where(index => index is { Unique: true, Predicate: null, Invalid: false } && index.Keys.All(key => key.Column is not null));
        return relation.UniqueConstraints.Select(constraint => constraint.Columns)
            .Concat(relation.PrimaryKey is null ? [] : [relation.PrimaryKey.Columns])
            .Concat(indexes.Select(index => index.Keys.Select(key => key.Column!).ToValueList()));
    }
}
