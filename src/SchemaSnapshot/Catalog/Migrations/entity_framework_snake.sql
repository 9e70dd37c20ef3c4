-- The same where names are in snake case.
SELECT pg_catalog.max(m.migration_id::text COLLATE pg_catalog."C") AS version, false AS failed
FROM {table} AS m
