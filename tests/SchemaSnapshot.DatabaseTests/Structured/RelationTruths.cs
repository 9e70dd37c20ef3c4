using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Structured;

/// <summary>What holds of tables, views, columns, sequences, constraints and indexes.</summary>
internal static class RelationTruths
{
    public static IEnumerable<Truth> All { get; } =
    [
        new("tables",
            "SELECT concat_ws('.', schemaname, tablename) FROM pg_tables WHERE schemaname IN (SELECT nspname FROM user_schemas)",
            snapshot => from item in Relations(snapshot) where item.Relation.Definition is null select item.Name),
        new("views and materialized views",
            """
            SELECT concat_ws(' ', 'view', schemaname || '.' || viewname, definition) FROM pg_views WHERE schemaname IN (SELECT nspname FROM user_schemas)
            UNION ALL
            SELECT concat_ws(' ', 'matview', schemaname || '.' || matviewname, definition) FROM pg_matviews WHERE schemaname IN (SELECT nspname FROM user_schemas)
            """,
            snapshot =>
                from item in Relations(snapshot)
                where item.Relation.Definition is not null
                let kind = item.Relation.Kind == RelationKind.View ? "view" : "matview"
                select $"{kind} {item.Name} {item.Relation.Definition}"),
        new("partitions",
            """
            SELECT concat_ws(' ', i.inhrelid::regclass, 'of', i.inhparent::regclass, pg_get_expr(c.relpartbound, c.oid))
            FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid
            WHERE c.relkind IN ('r', 'p')
            """,
            snapshot =>
                from item in Relations(snapshot)
                from parent in item.Relation.Inherits.Append(item.Relation.PartitionOf).OfType<ObjectReference>()
                select $"{item.Name} of {parent.Schema}.{parent.Name} {item.Relation.PartitionBound}".TrimEnd()),
        new("columns",
            """
            SELECT concat_ws(' ', n.nspname || '.' || c.relname, a.rank, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, col_description(c.oid, a.attnum))
            FROM (SELECT *, row_number() OVER (PARTITION BY attrelid ORDER BY attnum) AS rank FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped) AS a
            JOIN pg_class AS c ON c.oid = a.attrelid
            JOIN user_schemas AS n ON n.oid = c.relnamespace
            WHERE c.relkind NOT IN ('i', 'I', 'S', 't') AND c.reltype NOT IN (SELECT objid FROM extension_members)
            """,
            snapshot => Relations(snapshot).SelectMany(item => Columns(item.Name, item.Relation.Columns)).Concat(
                from schema in snapshot.Schemas
                from type in schema.CompositeTypes
                from line in Columns($"{schema.Name}.{type.Name}", type.Attributes)
                select line)),
        new("defaults, identities and generated columns",
            """
            SELECT concat_ws(' ', table_schema || '.' || table_name, column_name, column_default, lower(identity_generation), generation_expression)
            FROM information_schema.columns
            WHERE table_schema IN (SELECT nspname FROM user_schemas) AND (column_default IS NOT NULL OR is_identity = 'YES' OR is_generated = 'ALWAYS')
            """,
            snapshot =>
                from item in Relations(snapshot)
                from column in item.Relation.Columns
                let said = new[] { column.Default, column.Identity, column.Generated }.OfType<string>()
                where said.Any()
                select string.Join(' ', said.Prepend(column.Name).Prepend(item.Name))),
        new("sequences",
            """
            SELECT concat_ws(' ', schemaname || '.' || sequencename, data_type, start_value, min_value, max_value, increment_by, cycle, cache_size)
            FROM pg_sequences AS s
            WHERE schemaname IN (SELECT nspname FROM user_schemas)
              AND NOT EXISTS (SELECT FROM information_schema.columns AS c
                              WHERE c.is_identity = 'YES' AND c.table_schema IN (SELECT nspname FROM user_schemas)
                                AND pg_get_serial_sequence(quote_ident(c.table_schema) || '.' || quote_ident(c.table_name), c.column_name)
                                  = quote_ident(s.schemaname) || '.' || quote_ident(s.sequencename))
            """,
            snapshot =>
                from schema in snapshot.Schemas
                from it in schema.Sequences
                select $"{schema.Name}.{it.Name} {it.Type} {it.Start} {it.Minimum} {it.Maximum} {it.Increment} {(it.Cycle ? 't' : 'f')} {it.Cache}"),
        new("constraints",
            """
            SELECT concat_ws(' ', n.nspname || '.' || c.relname, k.conname, pg_get_constraintdef(k.oid), obj_description(k.oid, 'pg_constraint'))
            FROM pg_constraint AS k
            JOIN pg_class AS c ON c.oid = k.conrelid
            JOIN user_schemas AS n ON n.oid = c.relnamespace
            LEFT JOIN pg_constraint AS parent ON parent.oid = k.conparentid
            WHERE k.contype IN ('p', 'u', 'x', 'c', 'f') AND parent.conrelid IS DISTINCT FROM k.conrelid
            """,
            snapshot => Relations(snapshot).SelectMany(item => Constraints(item.Relation).Select(constraint => $"{item.Name} {constraint}"))),
        new("foreign keys' columns",
            """
            SELECT concat_ws(' ', k.constraint_schema, k.table_name, k.constraint_name, k.ordinal_position, k.column_name)
            FROM information_schema.key_column_usage AS k
            JOIN pg_constraint AS c ON c.conname = k.constraint_name AND c.conrelid = (quote_ident(k.table_schema) || '.' || quote_ident(k.table_name))::regclass
            LEFT JOIN pg_constraint AS parent ON parent.oid = c.conparentid
            WHERE c.contype = 'f' AND parent.conrelid IS DISTINCT FROM c.conrelid
            """,
            snapshot =>
                from schema in snapshot.Schemas
                from relation in schema.Tables
                from key in relation.ForeignKeys
                from column in key.Columns.Select((name, i) => $"{i + 1} {name}")
                select $"{schema.Name} {relation.Name} {key.Name} {column}"),
        new("indexes",
            """
            SELECT indexdef FROM pg_indexes AS i
            WHERE schemaname IN (SELECT nspname FROM user_schemas)
              AND NOT EXISTS (SELECT FROM information_schema.table_constraints AS k
                              WHERE k.constraint_schema = i.schemaname AND k.table_name = i.tablename AND k.constraint_name = i.indexname)
              AND NOT EXISTS (SELECT FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid
                              WHERE k.contype = 'x' AND k.conname = i.indexname AND c.relname = i.tablename)
            """,
            snapshot => from item in Relations(snapshot) from index in item.Relation.Indexes select index.Definition),
    ];

    private static IEnumerable<(string Name, Relation Relation)> Relations(DatabaseSnapshot snapshot) =>
        from schema in snapshot.Schemas
        from relation in schema.Relations
        select ($"{schema.Name}.{relation.Name}", relation);

    private static IEnumerable<string> Columns(string owner, IEnumerable<Column> columns) =>
        columns.Select((it, i) => $"{owner} {i + 1} {it.Name} {it.Type} {(it.Nullable ? 'f' : 't')} {it.Comment}".TrimEnd());

    private static IEnumerable<string> Constraints(Relation relation) =>
        new[] { relation.PrimaryKey }.OfType<Constraint>()
            .Concat(relation.UniqueConstraints).Concat(relation.CheckConstraints).Concat(relation.ExclusionConstraints)
            .Select(it => $"{it.Name} {it.Definition} {it.Comment}".TrimEnd())
            .Concat(relation.ForeignKeys.Select(it => $"{it.Name} {it.Definition} {it.Comment}".TrimEnd()));
}
