-- The highest version of Rails and dbmate: digits, kept as text.
SELECT (SELECT m.version::text FROM {table} AS m ORDER BY pg_catalog.length(m.version) DESC, m.version COLLATE pg_catalog."C" DESC LIMIT 1) AS version, false AS failed
