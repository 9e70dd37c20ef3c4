namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>One convention that most names of a kind follow.</summary>
/// <param name="About">What kind of thing it is about.</param>
/// <param name="Rule">What they have in common, as Markdown.</param>
/// <param name="Followed">How many follow it.</param>
/// <param name="Total">How many there are.</param>
internal sealed record NamingConvention(string About, string Rule, int Followed, int Total);
