-- Keys of indexes that are more than a column with a direction: expressions, and what is not the default for the column.
-- https://www.postgresql.org/docs/current/catalog-pg-index.html
WITH special AS MATERIALIZED ( -- tables with a collation, indexes with a collation, with options of an operator class or with a statistics target
    SELECT a.attrelid
    FROM pg_catalog.pg_attribute AS a
    WHERE a.attrelid >= 16384 AND a.attnum > 0 AND (a.attcollation NOT IN (0, 100) OR a.attoptions IS NOT NULL OR a.attstattarget >= 0)
)
SELECT i.indexrelid::int8 AS index_oid,
       element.ordinal::int4 AS ordinal,
       CASE WHEN element.attnum = 0 THEN pg_catalog.pg_get_indexdef(i.indexrelid, element.ordinal::int4, false) END AS expression,
       CASE WHEN l.oid IS NOT NULL
            THEN pg_catalog.quote_ident(ln.nspname) || '.' || pg_catalog.quote_ident(l.collname) END AS collation,
       CASE WHEN NOT o.opcdefault
            THEN CASE WHEN opn.nspname = 'pg_catalog' THEN '' ELSE pg_catalog.quote_ident(opn.nspname) || '.' END
                 || pg_catalog.quote_ident(o.opcname) END AS operator_class,
       pg_catalog.array_to_string(ia.attoptions, ', ') AS operator_class_options,
       CASE WHEN ia.attstattarget >= 0 THEN ia.attstattarget::int4 END AS statistics_target
FROM pg_catalog.pg_index AS i
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN LATERAL ROWS FROM (pg_catalog.unnest(i.indkey::int2[]), pg_catalog.unnest(i.indclass::oid[]), pg_catalog.unnest(i.indcollation::oid[]))
    WITH ORDINALITY AS element(attnum, class_oid, collation_oid, ordinal)
JOIN pg_catalog.pg_attribute AS ia ON ia.attrelid = i.indexrelid AND ia.attnum = element.ordinal
LEFT JOIN pg_catalog.pg_attribute AS a ON element.attnum <> 0 AND a.attrelid = i.indrelid AND a.attnum = element.attnum
LEFT JOIN pg_catalog.pg_type AS t ON t.oid = ia.atttypid
LEFT JOIN pg_catalog.pg_opclass AS o ON o.oid = element.class_oid
LEFT JOIN pg_catalog.pg_namespace AS opn ON opn.oid = o.opcnamespace
LEFT JOIN pg_catalog.pg_collation AS l
       ON l.oid = element.collation_oid AND element.collation_oid <> 0 AND element.collation_oid <> COALESCE(a.attcollation, t.typcollation)
LEFT JOIN pg_catalog.pg_namespace AS ln ON ln.oid = l.collnamespace
WHERE i.indexrelid >= 16384
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND element.ordinal <= i.indnkeyatts
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
  AND (0 = ANY (i.indkey)
       OR NOT i.indclass::oid[] <@ (SELECT pg_catalog.array_agg(d.oid) FROM pg_catalog.pg_opclass AS d WHERE d.opcdefault)
       OR i.indrelid IN (SELECT s.attrelid FROM special AS s)
       OR i.indexrelid IN (SELECT s.attrelid FROM special AS s))
  AND (element.attnum = 0 OR NOT o.opcdefault OR l.oid IS NOT NULL OR ia.attoptions IS NOT NULL OR ia.attstattarget >= 0)
