-- Extensions with their versions and the schemas that they make; without plpgsql, which every database has from the start.
-- https://www.postgresql.org/docs/current/catalog-pg-extension.html
SELECT 'pg_extension' AS catalog,
       x.oid::pg_catalog.int8 AS oid,
       NULL::pg_catalog.text AS schema_name,
       NULL::pg_catalog.text AS relation_name,
       x.extname::pg_catalog.text AS name,
       pg_catalog.format('CREATE EXTENSION %I WITH SCHEMA %I', x.extname, n.nspname) AS definition,
       x.extversion AS version,
       (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(m.nspname), ', ' ORDER BY m.nspname COLLATE pg_catalog."C")
        FROM pg_catalog.pg_depend AS d
        JOIN pg_catalog.pg_namespace AS m ON m.oid = d.objid
        WHERE d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND d.deptype = 'e'
          AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.refobjid = x.oid) AS schemas
FROM pg_catalog.pg_extension AS x
JOIN pg_catalog.pg_namespace AS n ON n.oid = x.extnamespace
WHERE x.extname <> 'plpgsql'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.objid = x.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
