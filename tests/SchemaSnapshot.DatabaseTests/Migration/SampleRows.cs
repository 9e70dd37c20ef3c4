using Npgsql;
using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Migration;

/// <summary>Puts a few rows into each table that takes them.</summary>
internal static class SampleRows
{
    private const int RowsPerTable = 3;

    // One literal a row; equal numbers everywhere, so that foreign keys find what they reference.
    private const string Columns =
        """
        SELECT c.oid::regclass::text, quote_ident(a.attname),
               CASE WHEN b.typelem <> 0 AND b.typlen = -1 AND b.typcategory = 'A' THEN 'array' WHEN b.typtype = 'c' THEN 'composite' ELSE b.typcategory::text END,
               format_type(b.oid, CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE a.atttypmod END),
               (SELECT string_agg(quote_literal(e.enumlabel), ',' ORDER BY e.enumsortorder) FROM pg_enum AS e WHERE e.enumtypid = b.oid),
               (SELECT string_agg(format_type(x.atttypid, x.atttypmod), ';' ORDER BY x.attnum) FROM pg_attribute AS x WHERE x.attrelid = b.typrelid AND x.attnum > 0 AND NOT x.attisdropped)
        FROM pg_class AS c
        LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = ''
        LEFT JOIN pg_type AS t ON t.oid = a.atttypid
        LEFT JOIN pg_type AS b ON b.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
        ORDER BY c.oid, a.attnum
        """;

    /// <summary>Fills the tables; a row that a constraint refuses is left out.</summary>
    public static async Task FillAsync(TestDatabase database)
    {
        await database.ExecuteAsync("SET search_path = ''");
        var columns = (await database.QueryAsync(Columns)).ToLookup(row => (string)row[0]!);
        var open = columns.Select(table => table.Key).ToList();

        // A table whose rows reference another's comes in a later round.
        for (var before = 0; before != open.Count;)
        {
            before = open.Count;
            foreach (var table in open.ToList())
            {
                if (await InsertAsync(database, table, [.. columns[table].Where(column => column[1] is not null)]))
                {
                    open.Remove(table);
                }
            }
        }
    }

    private static async Task<bool> InsertAsync(TestDatabase database, string table, List<object?[]> columns)
    {
        var isFilled = false;
        for (var n = 1; n <= RowsPerTable; n++)
        {
            var names = string.Join(", ", columns.Select(column => column[1]));
            var values = string.Join(", ", columns.Select(column => Value((string)column[2]!, (string)column[3]!, (string?)column[4] ?? (string?)column[5], n)));
            try
            {
                await using var command = new NpgsqlCommand(
                    columns.Count == 0 ? $"INSERT INTO {table} DEFAULT VALUES" : $"INSERT INTO {table} ({names}) VALUES ({values})", database.Connection);
                await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
                isFilled = true;
            }
            catch (PostgresException)
            {
                // Its constraints or triggers want other values than ours.
            }
        }

        return isFilled;
    }

    private static string Value(string category, string type, string? parts, int n) => category switch
    {
        "array" => $"'{{{Text(type, n)}}}'",
        "composite" => parts is null ? "NULL" : $"'({string.Join(",", parts.Split(';').Select(type => Text(type, n)))})'",
        "E" => parts is null ? "NULL" : parts.Split(',') is var all ? all[n % all.Length] : "",
        _ => $"'{Text(type, n)}'",
    };

    private static string Text(string type, int n) => type.Split('[', '(')[0] switch
    {
        "boolean" => n % 2 == 0 ? "true" : "false",
        "date" or "timestamp without time zone" or "timestamp with time zone" or "timestamp" => $"2020-01-0{n}",
        "time" or "time without time zone" or "time with time zone" => $"0{n}:00:00",
        "interval" => $"{n} hours",
        "uuid" => $"00000000-0000-0000-0000-00000000000{n}",
        "json" or "jsonb" => $"{{\"n\": {n}}}",
        "inet" or "cidr" => $"10.0.0.{n}",
        "bit" => type.Contains('(', StringComparison.Ordinal) ? new string('1', int.Parse(type.Split('(', ')')[1], System.Globalization.CultureInfo.InvariantCulture)) : "1",
        "bit varying" => "101",
        "bytea" => $"\\x0{n}",
        "point" => $"({n},{n})",
        "int4range" or "int8range" or "numrange" => $"[{n},{n + 1})",
        "daterange" or "tsrange" or "tstzrange" => $"[2020-01-0{n},2020-01-0{n + 1})",
        "tsvector" => $"word{n}",
        "xml" => $"<a>{n}</a>",
        _ => $"{n}",
    };
}
