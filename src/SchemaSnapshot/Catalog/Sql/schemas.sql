-- Schemas.
-- https://www.postgresql.org/docs/current/catalog-pg-namespace.html
SELECT 'pg_namespace' AS catalog,
       n.oid::int8 AS oid,
       n.nspname::text AS name
FROM pg_catalog.pg_namespace AS n
WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND e.objid = n.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
