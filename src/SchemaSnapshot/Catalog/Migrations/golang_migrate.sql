-- A single row: the version, and whether it stopped half-way.
SELECT pg_catalog.max(m.version)::text AS version, COALESCE(pg_catalog.bool_or(m.dirty), false) AS failed
FROM {table} AS m
