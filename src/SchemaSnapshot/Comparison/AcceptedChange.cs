namespace SchemaSnapshot.Comparison;

/// <summary>A decision to let one change pass.</summary>
/// <param name="Rule">The code of the rule that the change falls under.</param>
/// <param name="Subject">The object, as messages name it: <c>column sales.orders.note</c>.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="Expires">The last day on which it counts, by UTC; null for ever.</param>
public sealed record AcceptedChange(string Rule, string Subject, string Reason, DateOnly? Expires = null)
{
    /// <summary>An acceptance of a change that nobody has given a reason for yet.</summary>
    internal static AcceptedChange Of(Verdict verdict) => new(verdict.Rule.Code, verdict.Change.Description, "");

    /// <summary>Whether it is about a change.</summary>
    internal bool IsOf(Verdict verdict) => verdict.Rule.Code == Rule && verdict.Change.Description == Subject;

    /// <summary>Whether its time is over.</summary>
    internal bool HasExpired(DateOnly today) => Expires < today;
}
