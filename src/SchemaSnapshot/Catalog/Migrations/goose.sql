-- The last version of those whose last row says that it is applied: a row is written on the way up and on the way down.
SELECT (SELECT m.version_id::text
        FROM (SELECT DISTINCT ON (v.version_id) v.id, v.version_id, v.is_applied FROM {table} AS v ORDER BY v.version_id, v.id DESC) AS m
        WHERE m.is_applied
        ORDER BY m.id DESC
        LIMIT 1) AS version,
       false AS failed
