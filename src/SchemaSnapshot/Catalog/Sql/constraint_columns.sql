-- Columns of constraints, in order; for a foreign key with the referenced column, and with the column that
-- ON DELETE SET NULL or SET DEFAULT is limited to (PostgreSQL 15).
-- https://www.postgresql.org/docs/current/catalog-pg-constraint.html
SELECT k.oid::int8 AS constraint_oid,
       element.ordinal::int4 AS ordinal,
       a.attname::text AS "column",
       f.attname::text AS foreign_column,
       o.attname::text AS on_delete_column
FROM (VALUES (NULL::int2[])) AS absent(confdelsetcols) -- before PostgreSQL 15
CROSS JOIN LATERAL (
    SELECT x.oid, x.connamespace, x.conrelid, x.confrelid, x.conkey, x.confkey, confdelsetcols
    FROM pg_catalog.pg_constraint AS x
    WHERE x.conrelid <> 0 AND x.contype IN ('p', 'u', 'c', 'x', 'f', 'n')
) AS k
JOIN pg_catalog.pg_namespace AS n ON n.oid = k.connamespace
CROSS JOIN LATERAL ROWS FROM (pg_catalog.unnest(k.conkey), pg_catalog.unnest(k.confkey), pg_catalog.unnest(k.confdelsetcols))
    WITH ORDINALITY AS element(attnum, foreign_attnum, on_delete_attnum, ordinal)
LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = element.attnum
LEFT JOIN pg_catalog.pg_attribute AS f ON f.attrelid = k.confrelid AND f.attnum = element.foreign_attnum
LEFT JOIN pg_catalog.pg_attribute AS o ON o.attrelid = k.conrelid AND o.attnum = element.on_delete_attnum
WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
