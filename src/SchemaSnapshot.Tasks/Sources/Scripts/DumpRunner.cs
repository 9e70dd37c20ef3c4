using System.Text.RegularExpressions;
using Npgsql;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>
/// Runs the statements of a dump where they were not written for: roles that the old server had are made,
/// settings that only a newer one has are passed over, and so is the schema that every database has.
/// </summary>
internal static partial class DumpRunner
{
    /// <summary>Runs a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="execute">Executes SQL.</param>
    public static async Task RunAsync(string statement, Func<string, Task> execute)
    {
        var made = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            try
            {
                await execute(statement).ConfigureAwait(false);
                return;
            }
            catch (PostgresException e) when (MissingRole(e) is { } role && made.Add(role))
            {
                await execute($"CREATE ROLE \"{role.Replace("\"", "\"\"", StringComparison.Ordinal)}\"").ConfigureAwait(false);
            }
            catch (PostgresException e) when (IsOfNoMatter(e, statement))
            {
                return;
            }
        }
    }

    private static string? MissingRole(PostgresException e) =>
        e.SqlState == PostgresErrorCodes.UndefinedObject && Role().Match(e.MessageText) is { Success: true } match ? match.Groups[1].Value : null;

    private static bool IsOfNoMatter(PostgresException e, string statement) => e.SqlState switch
    {
        PostgresErrorCodes.UndefinedObject => Setting().IsMatch(statement),
        PostgresErrorCodes.DuplicateSchema => Public().IsMatch(statement),
        _ => false,
    };

    [GeneratedRegex("^role \"(.+)\" does not exist$", RegexOptions.CultureInvariant)]
    private static partial Regex Role();

    [GeneratedRegex(@"^SET\s+\w+\s*=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^CREATE\s+SCHEMA\s+public$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Public();
}
