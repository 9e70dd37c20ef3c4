-- A row for each head.
SELECT pg_catalog.string_agg(m.version_num, ', ' ORDER BY m.version_num COLLATE pg_catalog."C") AS version, false AS failed
FROM {table} AS m
