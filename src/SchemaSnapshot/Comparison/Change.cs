using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>One difference between two snapshots.</summary>
public sealed class Change
{
    private readonly ObjectPath path;
    private readonly RecordChain? before;
    private readonly RecordChain? after;

    internal Change(ChangeType type, ObjectPath path, RecordChain? before, RecordChain? after)
    {
        Type = type;
        this.path = path;
        this.before = before;
        this.after = after;
    }

    /// <summary>What happened.</summary>
    public ChangeType Type { get; }

    /// <summary>The keys and names that lead to the object in the schema map: <c>schemas, sales, tables, orders, columns, id</c>.</summary>
    public ValueList<string> Path => path.Keys;

    /// <summary>PostgreSQL's word for what the object is.</summary>
    public string Kind => path.Kind;

    /// <summary>The object's own name.</summary>
    public string Name => path.Name;

    /// <summary>The name with what it is in, quoted where needed: <c>sales.orders.note</c>.</summary>
    public string QualifiedName => path.QualifiedName;

    /// <summary>Kind and name as people say it: <c>column sales.orders.note</c>, <c>trigger stamp on sales.orders</c>.</summary>
    public string Description => path.Description;

    /// <summary>The key of the member that changed; null where the object as a whole came or went.</summary>
    public string? Member { get; init; }

    /// <summary>The member's value before, as text; null where it had none.</summary>
    public string? BeforeText { get; init; }

    /// <summary>The member's value after, as text; null where it has none.</summary>
    public string? AfterText { get; init; }

    /// <summary>Whether the same parts stand in another order; the member is the list.</summary>
    public bool IsOrder { get; init; }

    /// <summary>The object before, or the nearest of its owners that is a <typeparamref name="T"/>.</summary>
    public T? Before<T>()
        where T : class => before?.Nearest<T>();

    /// <summary>The object after, or the nearest of its owners that is a <typeparamref name="T"/>.</summary>
    public T? After<T>()
        where T : class => after?.Nearest<T>();

    internal ObjectPath Object => path;

    internal RecordChain? BeforeChain => before;

    internal RecordChain? AfterChain => after;

    /// <summary>The change in one line, for debugging.</summary>
    public override string ToString() =>
        Member is null ? $"{Type} {Description}" : $"{Type} {Description}: {Member} {BeforeText ?? "(none)"} → {AfterText ?? "(none)"}";
}
