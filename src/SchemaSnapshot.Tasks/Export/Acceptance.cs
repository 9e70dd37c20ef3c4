using SchemaSnapshot.Comparison;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>A decision to let one change pass.</summary>
/// <param name="Rule">The code of the rule that the change falls under.</param>
/// <param name="Object">The object, as messages name it: <c>column sales.orders.note</c>.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="Expires">The last day on which it counts; null for ever.</param>
/// <param name="Line">The line in the file, from 1.</param>
internal sealed record Acceptance(string Rule, string Object, string Reason, DateOnly? Expires, int Line)
{
    /// <summary>An acceptance of a change that nobody has given a reason for yet.</summary>
    public static Acceptance Of(Verdict verdict) => new(verdict.Rule.Code, verdict.Change.Description, "", null, 1);

    /// <summary>Whether it is about a change.</summary>
    public bool IsOf(Verdict verdict) => verdict.Rule.Code == Rule && verdict.Change.Description == Object;

    /// <summary>Whether its time is over.</summary>
    public bool HasExpired(DateOnly today) => Expires < today;
}
