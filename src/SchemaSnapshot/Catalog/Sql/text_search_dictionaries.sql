-- Text search dictionaries.
-- https://www.postgresql.org/docs/current/catalog-pg-ts-dict.html
SELECT 'pg_ts_dict' AS catalog,
       d.oid::pg_catalog.int8 AS oid,
       n.nspname::pg_catalog.text AS schema_name,
       NULL::pg_catalog.text AS relation_name,
       d.dictname::pg_catalog.text AS name,
       pg_catalog.format('CREATE TEXT SEARCH DICTIONARY %I.%I (TEMPLATE = %I.%I', n.nspname, d.dictname, tn.nspname, t.tmplname)
           || COALESCE(', ' || d.dictinitoption, '')
           || ')' AS definition
FROM pg_catalog.pg_ts_dict AS d
JOIN pg_catalog.pg_namespace AS n ON n.oid = d.dictnamespace
JOIN pg_catalog.pg_ts_template AS t ON t.oid = d.dicttemplate
JOIN pg_catalog.pg_namespace AS tn ON tn.oid = t.tmplnamespace
WHERE d.oid >= 16384
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_ts_dict'::pg_catalog.regclass AND e.objid = d.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
