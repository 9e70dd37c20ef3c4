-- Keys and included columns of indexes, in order; of a constraint's index only what it includes, the constraint has the rest.
-- https://www.postgresql.org/docs/current/catalog-pg-index.html
SELECT i.indexrelid::int8 AS index_oid,
       element.ordinal::int4 AS ordinal,
       element.ordinal > i.indnkeyatts AS included,
       a.attname::text AS "column",
       CASE WHEN element.attnum = 0 THEN pg_catalog.pg_get_indexdef(i.indexrelid, element.ordinal::int4, false) END AS expression,
       CASE WHEN l.oid IS NOT NULL
            THEN pg_catalog.quote_ident(ln.nspname) || '.' || pg_catalog.quote_ident(l.collname) END AS collation,
       CASE WHEN NOT o.opcdefault
            THEN CASE WHEN opn.nspname = 'pg_catalog' THEN '' ELSE pg_catalog.quote_ident(opn.nspname) || '.' END
                 || pg_catalog.quote_ident(o.opcname) END AS operator_class,
       pg_catalog.array_to_string(ia.attoptions, ', ') AS operator_class_options,
       COALESCE(direction.descending, false) AS descending,
       CASE WHEN direction.nulls_first AND NOT direction.descending THEN 'first'
            WHEN direction.descending AND NOT direction.nulls_first THEN 'last' END AS nulls,
       CASE WHEN ia.attstattarget >= 0 THEN ia.attstattarget::int4 END AS statistics_target
FROM pg_catalog.pg_index AS i
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_constraint AS k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
CROSS JOIN LATERAL pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY AS element(attnum, ordinal)
LEFT JOIN LATERAL (
    SELECT i.indclass[element.ordinal - 1] AS operator_class,
           i.indcollation[element.ordinal - 1] AS collation,
           i.indoption[element.ordinal - 1] & 1 <> 0 AS descending,
           i.indoption[element.ordinal - 1] & 2 <> 0 AS nulls_first
) AS direction ON element.ordinal <= i.indnkeyatts
JOIN pg_catalog.pg_attribute AS ia ON ia.attrelid = i.indexrelid AND ia.attnum = element.ordinal
LEFT JOIN pg_catalog.pg_attribute AS a ON element.attnum <> 0 AND a.attrelid = i.indrelid AND a.attnum = element.attnum
LEFT JOIN pg_catalog.pg_type AS t ON t.oid = ia.atttypid
LEFT JOIN pg_catalog.pg_opclass AS o ON o.oid = direction.operator_class
LEFT JOIN pg_catalog.pg_namespace AS opn ON opn.oid = o.opcnamespace
LEFT JOIN pg_catalog.pg_collation AS l
       ON l.oid = direction.collation AND direction.collation <> 0 AND direction.collation <> COALESCE(a.attcollation, t.typcollation)
LEFT JOIN pg_catalog.pg_namespace AS ln ON ln.oid = l.collnamespace
WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND (k.oid IS NULL OR element.ordinal > i.indnkeyatts)
