namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>The part of a generated document that belongs to the user.</summary>
internal static class Notes
{
    public const string Start = "<!-- schema-snapshot:notes -->";
    public const string End = "<!-- /schema-snapshot:notes -->";

    private const string Invitation =
        "_Links, owners, decisions: what stands between the two markers around this line is yours and survives regeneration._";

    /// <summary>What the previous text has between the markers; an invitation where it has none.</summary>
    /// <remarks>
    /// The first marker counts: the notes stand above everything that comes from the database. Where the second one was
    /// deleted, the notes go up to the next heading of the second level, so that none is lost.
    /// </remarks>
    public static string From(string? previous)
    {
        var text = (previous ?? "").ReplaceLineEndings("\n");
        var start = text.IndexOf(Start, StringComparison.Ordinal);
        if (start < 0)
        {
            return Invitation;
        }

        var rest = text[(start + Start.Length)..];
        var end = rest.IndexOf(End, StringComparison.Ordinal);
        if (end < 0)
        {
            end = rest.IndexOf($"\n## {Markdown.Anchor("overview")}", StringComparison.Ordinal);
        }

        var notes = (end < 0 ? rest : rest[..end]).Trim('\n');
        return notes.Trim().Length == 0 ? Invitation : notes;
    }
}
