namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>The pattern that the name of a constraint or index follows.</summary>
internal static class NamePattern
{
    // The first one that fits counts, so the precise ones stand first.
    public static readonly string[] PrimaryKeys =
        ["<table>_pkey", "pk_<table>", "<table>_pk", "<table>_<columns>_pk", "<table>_…", "pk_…", "…_pk"];

    public static readonly string[] UniqueConstraints =
        ["<table>_<columns>_key", "uq_<table>_<columns>", "uk_<table>_<columns>", "<table>_<columns>_uq", "<table>_<columns>_unique", "<table>_…_key", "uq_…", "uk_…", "…_key", "…_uq"];

    public static readonly string[] ForeignKeys =
        ["<table>_<columns>_fkey", "fk_<table>_<columns>", "fk_<table>_<parent>", "<table>_fk_<columns>", "<table>_<columns>_fk", "<table>_<parent>_fk", "<table>_…_fkey", "fk_<table>_…", "fk_…", "…_fkey", "…_fk"];

    public static readonly string[] CheckConstraints =
        ["<table>_<columns>_check", "ck_<table>_<columns>", "chk_<table>_<columns>", "<table>_…_check", "ck_…", "chk_…", "check_…", "…_check", "…_chk", "<table>_…"];

    public static readonly string[] Indexes =
        ["<table>_<columns>_idx", "idx_<table>_<columns>", "ix_<table>_<columns>", "index_<table>_on_<columns>", "<table>_idx_<columns>", "<table>_…_idx", "idx_<table>_…", "ix_<table>_…", "idx_…", "ix_…", "index_…", "…_idx", "…_ix", "<table>_…"];

    /// <summary>The first pattern that a name follows, as Markdown; null where none does.</summary>
    public static string? Of(string[] patterns, string name, string table, IEnumerable<string> columns, string parent = "")
    {
        var joined = string.Join('_', columns);
        return Array.Find(patterns, pattern => Fits(Fill(pattern), name)) is { } found ? Markdown.Code(found) : null;

        string Fill(string pattern) => pattern
            .Replace("<table>", table, StringComparison.Ordinal)
            .Replace("<columns>", joined, StringComparison.Ordinal)
            .Replace("<parent>", parent, StringComparison.Ordinal);
    }

    private static bool Fits(string pattern, string name)
    {
        var gap = pattern.IndexOf('…', StringComparison.Ordinal);
        return gap < 0
            ? name.Equals(pattern, StringComparison.OrdinalIgnoreCase)
            : name.Length > pattern.Length - 1
                && name.StartsWith(pattern[..gap], StringComparison.OrdinalIgnoreCase)
                && name.EndsWith(pattern[(gap + 1)..], StringComparison.OrdinalIgnoreCase);
    }
}
