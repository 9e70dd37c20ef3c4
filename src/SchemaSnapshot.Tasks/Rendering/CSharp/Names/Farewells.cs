using SchemaSnapshot.Comparison;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Objects that the database has lost, which people have accepted and the baseline still has: what uses them is to be led away.</summary>
internal sealed class Farewells
{
    private readonly Dictionary<string, AcceptedChange> departures;
    private readonly Dictionary<string, List<string>> renames = new(StringComparer.Ordinal);

    /// <summary>The departures that people have accepted, and the renames that the project declares.</summary>
    public Farewells(IEnumerable<AcceptedChange> departures, IEnumerable<DeclaredRename> renames)
    {
        this.departures = departures.GroupBy(change => change.Subject, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var rename in renames)
        {
            this.renames[Spell(Identifier.Split(rename.From))] = Identifier.Split(rename.To);
        }
    }

    /// <summary>Nothing has gone.</summary>
    public static Farewells None { get; } = new([], []);

    /// <summary>Why an object is not to be used any more, and what is to be used instead where that is known; null for one that stays.</summary>
    /// <param name="kind">The kind of the object, as messages call it: <c>column</c>.</param>
    /// <param name="path">Its schema, its relation or type, its own name.</param>
    /// <param name="names">The names that the project gives.</param>
    public string? Reason(string kind, string[] path, GivenNames names)
    {
        var name = Spell(path);
        return departures.TryGetValue($"{kind} {name}", out var departure) ? $"{departure.Rule}: {departure.Reason}{Successor(name, names)}" : null;
    }

    // Until then the models do not have it.
    private string? Successor(string name, GivenNames names) => renames.GetValueOrDefault(name) is [.., var last] to
        ? $" ({name} was renamed to {Identifier.Quote(last)}: use {names.Find([.. to]) ?? PascalCase.Of(last)} once the baseline has it)"
        : null;

    private static string Spell(IEnumerable<string> path) => string.Join('.', path.Select(Identifier.Quote));
}
