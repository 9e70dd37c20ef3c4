namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Objects that the database has lost, which people have accepted and the baseline still has: what uses them is to be led away.</summary>
/// <param name="reasons">By what messages call the object (<c>column sales.orders.note</c>), the code of the rule and the reason.</param>
internal sealed class Farewells(IReadOnlyDictionary<string, string> reasons)
{
    /// <summary>Nothing has gone.</summary>
    public static Farewells None { get; } = new(new Dictionary<string, string>());

    /// <summary>Why an object is not to be used any more; null for one that stays.</summary>
    public string? Reason(string description) => reasons.GetValueOrDefault(description);
}
