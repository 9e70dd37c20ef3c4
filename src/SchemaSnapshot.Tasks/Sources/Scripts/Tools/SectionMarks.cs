using System.Text.RegularExpressions;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>The comments by which a tool that keeps both directions in one file tells them apart.</summary>
/// <param name="Up">Begins what is to be run; its group <c>alone</c> fits where it asks for no transaction.</param>
/// <param name="Down">Begins what takes it back.</param>
/// <param name="Example">How <paramref name="Up"/> is written.</param>
/// <param name="Alone">Asks, anywhere in the file, for no transaction; null where only <paramref name="Up"/> does.</param>
/// <param name="Variables">Asks for values of the environment, which a build must not depend on; null where there is no such thing.</param>
/// <param name="ByName">Whether the names are compared as text, numbers and all.</param>
internal sealed partial record SectionMarks(Regex Up, Regex Down, string Example, Regex? Alone = null, Regex? Variables = null, bool ByName = false)
{
    /// <summary>Those of dbmate.</summary>
    public static SectionMarks Dbmate { get; } = new(DbmateUp(), DbmateDown(), "-- migrate:up", ByName: true);

    /// <summary>Those of goose.</summary>
    public static SectionMarks Goose { get; } = new(GooseUp(), GooseDown(), "-- +goose Up", GooseAlone(), GooseVariables());

    /// <summary>Those of sql-migrate.</summary>
    public static SectionMarks SqlMigrate { get; } = new(SqlMigrateUp(), SqlMigrateDown(), "-- +migrate Up");

    [GeneratedRegex(@"^--[ \t]*migrate:up(?:[ \t]+(?:\S+[ \t]+)*?(?<alone>transaction:false)(?=\s|$)|(?=\s|$))", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex DbmateUp();

    [GeneratedRegex(@"^--[ \t]*migrate:down(?=\s|$)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex DbmateDown();

    [GeneratedRegex(@"^--[ \t]*\+goose[ \t]+up[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GooseUp();

    [GeneratedRegex(@"^--[ \t]*\+goose[ \t]+down[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GooseDown();

    [GeneratedRegex(@"^--[ \t]*\+goose[ \t]+no[ \t]+transaction[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GooseAlone();

    [GeneratedRegex(@"^--[ \t]*\+goose[ \t]+envsub(?:st)?[ \t]+on[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GooseVariables();

    [GeneratedRegex(@"^-- \+migrate[ \t]+Up(?:(?:[ \t]+\S+)*?[ \t]+(?<alone>notransaction)(?=\s|$)|(?=\s|$))", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex SqlMigrateUp();

    [GeneratedRegex(@"^-- \+migrate[ \t]+Down(?=\s|$)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex SqlMigrateDown();
}
