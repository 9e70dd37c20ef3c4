namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>The name that something would like to have.</summary>
/// <param name="Raw">Its name in the database.</param>
/// <param name="Candidate">The name in C#, were it alone.</param>
/// <param name="Given">The name that the project gives it.</param>
internal sealed record WantedName(string Raw, string Candidate, string? Given)
{
    /// <summary>The wish of an object that is named by its own name.</summary>
    public static WantedName Of(string raw, string? given) => new(raw, PascalCase.Of(raw), given);
}
