using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>A change with the questions that rules ask of it.</summary>
/// <param name="change">The change.</param>
/// <param name="before">The older snapshot.</param>
/// <param name="after">The newer snapshot.</param>
/// <param name="all">All changes between the two.</param>
internal sealed class JudgedChange(Change change, DatabaseSnapshot before, DatabaseSnapshot after, IReadOnlyList<Change> all)
{
    public Change Change => change;

    public bool IsAdded => change.Type == ChangeType.Added;

    public bool IsRemoved => change.Type == ChangeType.Removed;

    public Relation? OldRelation => change.Before<Relation>();

    public Relation? NewRelation => change.After<Relation>();

    public Column OldColumn => change.Before<Column>()!;

    public Column NewColumn => change.After<Column>()!;

    public bool IsOfView => (OldRelation ?? NewRelation)?.Kind is RelationKind.View or RelationKind.MaterializedView;

    /// <summary>What a new type does; null where the change is about no type.</summary>
    public TypeEffect? TypeEffect { get; } = Effect(change, before, after);

    /// <summary>Whether the two servers are of different major versions and the text is all that differs.</summary>
    public bool MayBeOfServer => Major(before) is { } old && Major(after) is { } now && old != now && IsAlone;

    private bool IsAlone => all.All(other => other == change || other.Member == "depends_on" || !IsWithin(other.Path, change.Path));

    /// <summary>Whether the object is of one of some kinds.</summary>
    public bool Is(params ReadOnlySpan<string> kinds) => kinds.Contains(change.Kind);

    /// <summary>Whether one of some members changed.</summary>
    public bool Changed(params ReadOnlySpan<string> members) => change is { Type: ChangeType.Changed, Member: { } member } && members.Contains(member);

    /// <summary>Whether a flag was switched to a value.</summary>
    public bool Became(string member, bool value) => Changed(member) && change.AfterText == (value ? "true" : "false");

    /// <summary>Whether the value of a new column must come from whoever writes the row.</summary>
    public bool IsRequiredColumn =>
        NewRelation is not null && NewColumn is { Nullable: false, Default: null, Identity: null, Generated: null }
        && DomainLookup.Find(NewColumn.Type, after)?.Default is null;

    private static TypeEffect? Effect(Change change, DatabaseSnapshot before, DatabaseSnapshot after) =>
        change is { Type: ChangeType.Changed, Kind: "column" or "domain" or "range type", Member: "type" or "subtype", BeforeText: { } old, AfterText: { } now }
            ? TypeChange.Judge(old, now, before, after)
            : null;

    private static bool IsWithin(ValueList<string> path, ValueList<string> owner) => path.Count >= owner.Count && path.Take(owner.Count).SequenceEqual(owner);

    private static string? Major(DatabaseSnapshot snapshot) => snapshot.ServerVersion?.Split('.', ' ')[0];
}
