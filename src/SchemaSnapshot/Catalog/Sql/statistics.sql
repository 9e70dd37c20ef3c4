-- Extended statistics, with their target where one is set.
-- https://www.postgresql.org/docs/current/catalog-pg-statistic-ext.html
SELECT 'pg_statistic_ext' AS catalog,
       s.oid::pg_catalog.int8 AS oid,
       n.nspname::pg_catalog.text AS schema_name,
       NULL::pg_catalog.text AS relation_name,
       s.stxname::pg_catalog.text AS name,
       pg_catalog.pg_get_statisticsobjdef(s.oid) AS definition,
       NULLIF(s.stxstattarget, -1)::pg_catalog.int8 AS statistics_target -- null instead of -1 since PostgreSQL 17
FROM pg_catalog.pg_statistic_ext AS s
JOIN pg_catalog.pg_namespace AS n ON n.oid = s.stxnamespace
WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass AND e.objid = s.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
