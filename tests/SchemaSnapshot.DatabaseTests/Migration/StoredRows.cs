using SchemaSnapshot.Comparison;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Tasks.Rendering.Migration;

namespace SchemaSnapshot.DatabaseTests.Migration;

/// <summary>All rows of a database at one moment.</summary>
internal sealed class StoredRows(IReadOnlyList<StoredTable> all)
{
    private readonly IReadOnlyList<StoredTable> tables = all;

    private const string Columns =
        """
        SELECT c.oid::regclass::text, n.nspname::text, c.relname::text, a.attname::text, quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
               (SELECT string_agg(format('%I %s', x.attname, format_type(x.atttypid, x.atttypmod)), ', ' ORDER BY x.attnum)
                FROM pg_type AS t JOIN pg_type AS e ON e.oid = CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE t.oid END
                JOIN pg_attribute AS x ON x.attrelid = e.typrelid AND x.attnum > 0 AND NOT x.attisdropped WHERE t.oid = a.atttypid),
               a.attgenerated::text, c.relkind = 'r',
               (WITH RECURSIVE part AS (SELECT c.oid AS id UNION ALL SELECT i.inhrelid FROM part JOIN pg_inherits AS i ON i.inhparent = part.id)
                SELECT array_agg(format('%s.%s', s.nspname, p.relname)) FROM part JOIN pg_class AS p ON p.oid = part.id AND p.relispartition JOIN pg_namespace AS s ON s.oid = p.relnamespace)
        FROM pg_class AS c
        JOIN pg_namespace AS n ON n.oid = c.relnamespace
        LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^(pg_|information_schema)'
        ORDER BY c.oid, a.attnum
        """;

    /// <summary>The number of rows.</summary>
    public long Count => tables.Sum(table => (long)table.Rows.Count);

    /// <summary>The tables that have rows.</summary>
    public IReadOnlyList<string> Filled => [.. tables.Where(table => table.Rows.Count > 0).Select(table => table.Name)];

    /// <summary>Reads the rows.</summary>
    public static async Task<StoredRows> ReadAsync(TestDatabase database)
    {
        await database.ExecuteAsync("SET search_path = ''");
        var tables = new List<StoredTable>();
        foreach (var row in await database.QueryAsync(Columns))
        {
            if (tables.Count == 0 || tables[^1].Name != (string)row[0]!)
            {
                tables.Add(new StoredTable((string)row[0]!, [(string)row[1]!, (string)row[2]!], (bool)row[8]! ? "ONLY " : "", (string[]?)row[9] ?? []));
            }

            if (row[3] is string name)
            {
                tables[^1].Columns.Add(new StoredColumn(name, (string)row[4]!, (string)row[5]!, (string?)row[6], (string)row[7]!));
            }
        }

        foreach (var table in tables)
        {
            var values = string.Join(", ", table.Columns.Select(column => $"{column.Quoted}::text"));
            table.Rows = await database.QueryAsync($"SELECT {values} FROM {table.Only}{table.Name}");
        }

        return new StoredRows(tables);
    }

    /// <summary>Asserts that what both have is the same; gives how many values were compared.</summary>
    /// <param name="after">The rows after a migration.</param>
    /// <param name="renames">The renames that were declared.</param>
    /// <param name="plan">The migration, which has to say what it loses.</param>
    /// <param name="sql">Its text, for the message.</param>
    /// <param name="conversion">Tells what becomes of the values of columns with another type.</param>
    public async Task<int> AssertKeptAsync(StoredRows after, IReadOnlyList<DeclaredRename> renames, ValueConversion conversion, MigrationPlan plan, string sql)
    {
        var names = renames.Select(rename => (From: Identifier.Split(rename.From), To: Identifier.Split(rename.To))).ToList();
        var compared = 0;
        foreach (var old in tables.Where(table => table.Rows.Count > 0))
        {
            if (after.Find(Renamed(old.Path, names)) is { } now)
            {
                compared += await AssertKeptAsync(old, now, after, column => Renamed([.. old.Path, column], names)[^1], conversion, plan, sql);
            }
            else if (!after.tables.Any(table => table.Partitions.Contains($"{old.Path[0]}.{old.Path[1]}")))
            {
                AssertSaid(plan, old.Name, "its rows are gone", sql);
            }
        }

        return compared;
    }

    private async Task<int> AssertKeptAsync(StoredTable old, StoredTable now, StoredRows after, Func<string, string> nameOf, ValueConversion conversion, MigrationPlan plan, string sql)
    {
        // Rows of a partition that is detached or attached go with it.
        var (gone, come) = (Attached(old, after), after.Attached(now, this));
        var (expected, actual) = (new List<List<string>>(), new List<List<string>>());
        var compared = new List<string>();
        foreach (var column in old.Columns)
        {
            var other = now.Columns.Find(other => other.Name == nameOf(column.Name));
            if (column.Generated.Length == 0 && await IsLostAsync(column, other, [.. Values([old, .. come], column.Name)], [.. other is null ? [] : Values([now, .. gone], other.Name)], conversion))
            {
                AssertSaid(plan, column.Quoted, $"values of {old.Name} are gone or other ones", sql);
            }

            if (other is null || other.Generated.Length > 0 || column.Generated == "v"
                || await conversion.ExpectedAsync(column, other, [.. Values([old, .. come], column.Name)]) is not { } values)
            {
                continue;
            }

            compared.Add(column.Name);
            expected.Add([.. values.Select(value => value ?? "null")]);
            actual.Add([.. Values([now, .. gone], other.Name).Select(value => value ?? "null")]);
        }

        if (compared.Count > 0)
        {
            var (wanted, found) = (Lines(old.Name, compared, expected), Lines(old.Name, compared, actual));
            Assert.True(wanted.SequenceEqual(found), $"Rows were:\n{string.Join("\n", wanted)}\nand are:\n{string.Join("\n", found)}\n{sql}");
        }

        return compared.Count * old.Rows.Count;
    }

    private static void AssertSaid(MigrationPlan plan, string name, string what, string sql) => Assert.True(
        plan.Statements.Any(statement => statement.LosesData && statement.Notes.Append(statement.Sql).Any(text => text.Contains(name, StringComparison.Ordinal))),
        $"{name}: {what}, which no comment says.\n{sql}");

    // Lost is what cannot be had back from the new values.
    private static async Task<bool> IsLostAsync(StoredColumn old, StoredColumn? now, IReadOnlyList<string?> had, IReadOnlyList<string?> has, ValueConversion conversion)
    {
        if (had.All(value => value is null))
        {
            return false;
        }

        if (now is not { Generated.Length: 0 })
        {
            return true;
        }

        return old.IsUsers || now.IsUsers
            ? now.AttributeNames.Any() && old.AttributeNames.Except(now.AttributeNames).Any()
            : await conversion.ExpectedAsync(now, old, has) is { } back && !back.Order(StringComparer.Ordinal).SequenceEqual(had.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string?> Values(IEnumerable<StoredTable> tables, string column) => tables
        .Select(table => (table.Rows, Place: table.Columns.FindIndex(other => other.Name == column)))
        .SelectMany(table => table.Rows, (table, row) => (string?)row[table.Place]);

    // The tables of another moment that are no partitions then, but are partitions of this table now.
    private List<StoredTable> Attached(StoredTable table, StoredRows other) =>
        [.. other.tables.Where(standing => table.Partitions.Contains($"{standing.Path[0]}.{standing.Path[1]}") && !tables.Any(own => own.Path.SequenceEqual(standing.Path)))];

    // The order of rows means nothing.
    private static IEnumerable<string> Lines(string table, List<string> columns, List<List<string>> values) => Enumerable.Range(0, values[0].Count)
        .Select(row => $"{table} {string.Join(", ", columns.Select((column, i) => $"{column}: {values[i].ElementAtOrDefault(row)}"))}")
        .Order(StringComparer.Ordinal);

    private static List<string> Renamed(List<string> path, List<(List<string> From, List<string> To)> renames) =>
        path.Count == 0 ? path
        : renames.FirstOrDefault(rename => rename.From.SequenceEqual(path)).To ?? [.. Renamed(path[..^1], renames), path[^1]];

    private StoredTable? Find(List<string> path) => tables.FirstOrDefault(table => table.Path.SequenceEqual(path));
}
