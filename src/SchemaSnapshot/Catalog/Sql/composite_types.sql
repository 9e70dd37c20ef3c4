-- Free-standing composite types.
-- https://www.postgresql.org/docs/current/catalog-pg-type.html
SELECT 'pg_type' AS catalog,
       t.oid::int8 AS oid,
       t.typarray::int8 AS array_oid,
       c.oid::int8 AS relation_oid,
       n.nspname::text AS schema_name,
       t.typname::text AS name
FROM pg_catalog.pg_type AS t
JOIN pg_catalog.pg_class AS c ON c.oid = t.typrelid AND c.relkind = 'c'
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
WHERE t.oid >= 16384 AND t.typtype = 'c'
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND e.objid = t.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
