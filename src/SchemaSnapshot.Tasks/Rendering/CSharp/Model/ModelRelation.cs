using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>A table, view or materialized view that there is a type of.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Relation">The relation.</param>
/// <param name="Type">The type of its rows.</param>
/// <param name="Members">The members, in the order of the columns.</param>
internal sealed record ModelRelation(RelationKey Key, Relation Relation, CSharpType Type, ValueList<ModelMember> Members)
{
    /// <summary>Why it is not to be used any more; null for one that stays.</summary>
    public string? Obsolete { get; init; }

    /// <summary>Whether it is a view or a materialized view.</summary>
    public bool IsView => Relation.Kind is RelationKind.View or RelationKind.MaterializedView;

    /// <summary>The member of a column.</summary>
    public ModelMember Member(string column) => Members.First(member => member.Column.Name == column);

    /// <summary>PostgreSQL's word for what the relation is.</summary>
    public string Kind => Relation.Kind switch
    {
        RelationKind.View => "view",
        RelationKind.MaterializedView => "materialized view",
        _ => "table",
    };
}
