-- The highest version that is not undone; repeatable scripts and the schema's own creation have none.
SELECT (SELECT m.version::text
        FROM {table} AS m
        WHERE m.success AND m.version ~ '^[0-9]+([._][0-9]+)*$' AND m.type NOT LIKE 'UNDO%' AND m.type <> 'DELETE'
          AND NOT EXISTS (SELECT FROM {table} AS u
                          WHERE u.success AND (u.type LIKE 'UNDO%' OR u.type = 'DELETE') AND u.version = m.version AND u.installed_rank > m.installed_rank)
        ORDER BY pg_catalog.string_to_array(pg_catalog.replace(m.version, '_', '.'), '.')::numeric[] DESC
        LIMIT 1) AS version,
       EXISTS (SELECT FROM {table} AS f WHERE NOT f.success) AS failed
