-- The newest by name: an id begins with the time at which it was made.
SELECT pg_catalog.max(m."MigrationId"::text COLLATE pg_catalog."C") AS version, false AS failed
FROM {table} AS m
