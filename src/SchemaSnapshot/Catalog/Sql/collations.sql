-- Collations. The locale of ICU stood in collcollate before PostgreSQL 15 and in colliculocale before 17.
-- https://www.postgresql.org/docs/current/catalog-pg-collation.html
SELECT 'pg_collation' AS catalog,
       l.oid::pg_catalog.int8 AS oid,
       n.nspname::pg_catalog.text AS schema_name,
       NULL::pg_catalog.text AS relation_name,
       l.collname::pg_catalog.text AS name,
       pg_catalog.format('CREATE COLLATION %I.%I (provider = %s', n.nspname, l.collname,
               CASE l.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END)
           || CASE WHEN l.collisdeterministic THEN '' ELSE ', deterministic = false' END
           || CASE
               WHEN l.locale IS NOT NULL THEN pg_catalog.format(', locale = %L', l.locale)
               WHEN l.collcollate = l.collctype THEN pg_catalog.format(', locale = %L', l.collcollate)
               ELSE pg_catalog.format(', lc_collate = %L, lc_ctype = %L', l.collcollate, l.collctype)
           END
           || COALESCE(', rules = ' || pg_catalog.quote_literal(l.collicurules), '')
           || ')' AS definition
FROM (VALUES (NULL::pg_catalog.text, NULL::pg_catalog.text, NULL::pg_catalog.text)) AS absent(colliculocale, colllocale, collicurules)
CROSS JOIN LATERAL (
    SELECT c.oid, c.collname, c.collnamespace, c.collprovider, c.collisdeterministic, c.collencoding, c.collcollate, c.collctype,
           COALESCE(colllocale, colliculocale) AS locale, collicurules
    FROM pg_catalog.pg_collation AS c
    WHERE c.oid >= 16384) AS l
JOIN pg_catalog.pg_namespace AS n ON n.oid = l.collnamespace
WHERE l.collencoding IN (-1, pg_catalog.pg_char_to_encoding(pg_catalog.getdatabaseencoding()))
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_collation'::pg_catalog.regclass AND e.objid = l.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
