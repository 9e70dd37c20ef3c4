-- The highest version.
SELECT pg_catalog.max(m."Version")::text AS version, false AS failed
FROM {table} AS m
