using System.Globalization;
using System.Text;

namespace SchemaSnapshot.Benchmarks.Synthetic;

/// <summary>
/// A schema of as many tables as wanted: 15 columns each, a primary and a foreign key, a unique and a check constraint, three more
/// indexes, three comments; a view for every fifth table, a trigger with its function for every tenth. 500 tables a schema.
/// </summary>
internal static class SyntheticSchema
{
    private const int TablesOfSchema = 500;

    /// <summary>What autovacuum does on a server that lives longer.</summary>
    public const string Vacuum =
        "VACUUM ANALYZE pg_class, pg_attribute, pg_attrdef, pg_constraint, pg_index, pg_depend, pg_description, pg_type, pg_sequence, pg_proc, pg_trigger, pg_rewrite";

    /// <summary>The statements, in batches.</summary>
    public static IEnumerable<string> Statements(int tables)
    {
        for (var table = 0; table < tables; table++)
        {
            yield return $"{(table % TablesOfSchema == 0 ? Schema(table) : "")}{Table(table)}{(table % 5 == 0 ? View(table) : "")}{(table % 10 == 0 ? Trigger(table) : "")}";
        }
    }

    /// <summary>The name of a table.</summary>
    public static string NameOf(int table) => string.Create(CultureInfo.InvariantCulture, $"{SchemaOf(table)}.t{table}");

    private static string SchemaOf(int table) => string.Create(CultureInfo.InvariantCulture, $"s{table / TablesOfSchema}");

    private static string ParentOf(int table) => NameOf(Math.Max(0, table - 1));

    private static string Schema(int table) => $"CREATE SCHEMA {SchemaOf(table)}; CREATE TYPE {SchemaOf(table)}.state AS ENUM ('new', 'open', 'closed');\n";

    private static string Table(int table)
    {
        var (schema, name) = (SchemaOf(table), NameOf(table));
        return $"""
            CREATE TABLE {name} (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, parent_id bigint REFERENCES {ParentOf(table)} (id), code varchar(40) NOT NULL UNIQUE,
                name text NOT NULL, amount numeric(12, 2) NOT NULL DEFAULT 0, qty integer NOT NULL DEFAULT 1 CHECK (qty > 0),
                state {schema}.state NOT NULL DEFAULT 'new', created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz, flags integer[],
                data jsonb, note varchar(200), active boolean DEFAULT true, ratio double precision, day date);
            CREATE INDEX t{table}_name ON {name} (name);
            CREATE INDEX t{table}_created ON {name} (created_at DESC, state) WHERE active;
            CREATE INDEX t{table}_parent ON {name} (parent_id);
            COMMENT ON TABLE {name} IS 'Table number {table}.';
            COMMENT ON COLUMN {name}.code IS 'The code of {table}.';
            COMMENT ON COLUMN {name}.amount IS 'Amount in EUR.';

            """;
    }

    private static string View(int table) => $"""
        CREATE VIEW {SchemaOf(table)}.v{table} AS
            SELECT a.id, a.code, a.name, b.name AS parent, a.amount * a.qty AS total FROM {NameOf(table)} a LEFT JOIN {ParentOf(table)} b ON b.id = a.parent_id WHERE a.active;

        """;

    private static string Trigger(int table) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"CREATE FUNCTION {SchemaOf(table)}.touch{table}() RETURNS trigger LANGUAGE plpgsql AS ")
        .Append("'BEGIN NEW.updated_at := now(); RETURN NEW; END';\n")
        .Append(CultureInfo.InvariantCulture, $"CREATE TRIGGER touch BEFORE UPDATE ON {NameOf(table)} FOR EACH ROW EXECUTE FUNCTION {SchemaOf(table)}.touch{table}();\n")
        .ToString();
}
