-- The id of the change set that ran last.
SELECT (SELECT m.id::text FROM {table} AS m WHERE m.exectype NOT IN ('FAILED', 'SKIPPED') ORDER BY m.orderexecuted DESC, m.dateexecuted DESC LIMIT 1) AS version,
       EXISTS (SELECT FROM {table} AS f WHERE f.exectype = 'FAILED') AS failed
