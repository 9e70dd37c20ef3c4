using System.Text.RegularExpressions;
using Npgsql;
using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Dump;

/// <summary>
/// The table of contents of a database's dump, one line an object: its kind, its schema (or <c>-</c>) and its name,
/// such as <c>FK CONSTRAINT sales orders orders_customer_fkey</c>.
/// </summary>
internal static partial class DumpList
{
    /// <summary>What pg_dump lists of a database.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(DumpPrograms programs, TestDatabase database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.Server.ConnectionString(database.Name));
        var environment = new Dictionary<string, string?>
        {
            ["PGHOST"] = settings.Host,
            ["PGPORT"] = $"{settings.Port}",
            ["PGUSER"] = settings.Username,
            ["PGPASSWORD"] = settings.Password,
        };
        var folder = Directory.CreateTempSubdirectory("dump");
        try
        {
            var file = Path.Combine(folder.FullName, "dump");
            await programs.RunAsync("pg_dump", ["--format=custom", "--schema-only", $"--file={file}", database.Name], environment);
            var list = await programs.RunAsync("pg_restore", ["--list", file], environment);
            return [.. list.Split('\n').Select(line => Entry().Match(line)).Where(match => match.Success).Select(match => match.Groups["entry"].Value)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The numbers before an entry and its owner behind it, which is empty for some, are of no interest.</summary>
    [GeneratedRegex(@"^\d+; \d+ \d+ (?<entry>.*) [^ ]*\r?$")]
    private static partial Regex Entry();
}
