-- The highest version; repeatable scripts have none.
SELECT (SELECT m.version::text
        FROM {table} AS m
        WHERE m.success AND m.version ~ '^[0-9]+([._][0-9]+)*$'
        ORDER BY pg_catalog.string_to_array(pg_catalog.replace(m.version, '_', '.'), '.')::numeric[] DESC
        LIMIT 1) AS version,
       EXISTS (SELECT FROM {table} AS f WHERE NOT f.success) AS failed
