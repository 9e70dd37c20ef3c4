-- Domains.
-- https://www.postgresql.org/docs/current/catalog-pg-type.html
SELECT 'pg_type' AS catalog,
       t.oid::int8 AS oid,
       t.typarray::int8 AS array_oid,
       n.nspname::text AS schema_name,
       t.typname::text AS name,
       pg_catalog.format_type(t.typbasetype, t.typtypmod) AS type,
       NOT t.typnotnull AS nullable,
       pg_catalog.pg_get_expr(t.typdefaultbin, 0) AS "default",
       CASE WHEN t.typcollation <> b.typcollation
            THEN pg_catalog.quote_ident(ln.nspname) || '.' || pg_catalog.quote_ident(l.collname) END AS collation
FROM pg_catalog.pg_type AS t
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
JOIN pg_catalog.pg_type AS b ON b.oid = t.typbasetype
LEFT JOIN pg_catalog.pg_collation AS l ON l.oid = t.typcollation
LEFT JOIN pg_catalog.pg_namespace AS ln ON ln.oid = l.collnamespace
WHERE t.oid >= 16384 AND t.typtype = 'd'
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND e.objid = t.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
