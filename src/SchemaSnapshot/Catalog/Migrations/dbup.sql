-- The script that ran last.
SELECT (SELECT m.scriptname::text FROM {table} AS m ORDER BY m.schemaversionsid DESC LIMIT 1) AS version, false AS failed
