-- The newest by name: a name begins with the time at which it was made. One that neither finished nor was rolled back failed.
SELECT pg_catalog.max(m.migration_name::text COLLATE pg_catalog."C") FILTER (WHERE m.finished_at IS NOT NULL AND m.rolled_back_at IS NULL) AS version,
       COALESCE(pg_catalog.bool_or(m.finished_at IS NULL AND m.rolled_back_at IS NULL), false) AS failed
FROM {table} AS m
