-- All comments on the user's objects and their parts, in one answer; subid is the number of a column.
-- https://www.postgresql.org/docs/current/catalog-pg-description.html
SELECT d.classoid::pg_catalog.regclass::pg_catalog.text AS catalog,
       d.objoid::pg_catalog.int8 AS oid,
       d.objsubid AS subid,
       d.description AS comment
FROM pg_catalog.pg_description AS d
WHERE (d.objoid >= 16384
       -- A new database has its schema public from the start, and its comment with it.
       OR d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
          AND d.objoid = (SELECT n.oid FROM pg_catalog.pg_namespace AS n WHERE n.nspname = 'public'))
  AND NOT (d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND d.description = 'standard public schema')
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
UNION ALL
SELECT 'pg_database', d.oid::pg_catalog.int8, 0, s.description
FROM pg_catalog.pg_shdescription AS s
JOIN pg_catalog.pg_database AS d ON d.oid = s.objoid
WHERE s.classoid = 'pg_catalog.pg_database'::pg_catalog.regclass AND d.datname = pg_catalog.current_database()
