-- Casts, without those that came with a range type (from the range to its multirange).
-- https://www.postgresql.org/docs/current/catalog-pg-cast.html
SELECT 'pg_cast' AS catalog,
       k.oid::pg_catalog.int8 AS oid,
       NULL::pg_catalog.text AS schema_name,
       NULL::pg_catalog.text AS relation_name,
       pg_catalog.format('(%s AS %s)', pg_catalog.format_type(k.castsource, NULL), pg_catalog.format_type(k.casttarget, NULL)) AS name,
       pg_catalog.format('CREATE CAST (%s AS %s)', pg_catalog.format_type(k.castsource, NULL), pg_catalog.format_type(k.casttarget, NULL))
           || CASE k.castmethod
               WHEN 'f' THEN ' WITH FUNCTION ' || k.castfunc::pg_catalog.regprocedure::pg_catalog.text
               WHEN 'i' THEN ' WITH INOUT'
               ELSE ' WITHOUT FUNCTION'
           END
           || CASE k.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END AS definition
FROM pg_catalog.pg_cast AS k
WHERE k.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS i WHERE i.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass AND i.objid = k.oid AND i.deptype = 'i')
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass AND e.objid = k.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
