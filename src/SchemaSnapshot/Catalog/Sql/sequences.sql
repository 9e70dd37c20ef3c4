-- Sequences that belong to no identity column, with the column that owns them.
-- https://www.postgresql.org/docs/current/catalog-pg-sequence.html
SELECT 'pg_class' AS catalog,
       c.oid::int8 AS oid,
       n.nspname::text AS schema_name,
       c.relname::text AS name,
       pg_catalog.format_type(s.seqtypid, NULL) AS type,
       s.seqstart AS start,
       s.seqincrement AS increment,
       s.seqmin AS minimum,
       s.seqmax AS maximum,
       s.seqcache AS cache,
       s.seqcycle AS cycle,
       c.relpersistence = 'u' AS unlogged,
       o.refobjid::int8 AS owner_oid,
       a.attname::text AS owner_column
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = c.oid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_depend AS o
       ON o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND o.objid = c.oid AND o.deptype IN ('a', 'i')
      AND o.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND o.refobjsubid <> 0
LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND o.deptype IS DISTINCT FROM 'i'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
