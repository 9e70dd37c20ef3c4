-- Foreign-data wrappers. Options that hold or could hold a secret are named and not read.
-- https://www.postgresql.org/docs/current/catalog-pg-foreign-data-wrapper.html
SELECT 'pg_foreign_data_wrapper' AS catalog,
       w.oid::pg_catalog.int8 AS oid,
       NULL::pg_catalog.text AS schema_name,
       NULL::pg_catalog.text AS relation_name,
       w.fdwname::pg_catalog.text AS name,
       pg_catalog.format('CREATE FOREIGN DATA WRAPPER %I', w.fdwname)
           || CASE w.fdwhandler WHEN 0 THEN '' ELSE ' HANDLER ' || w.fdwhandler::pg_catalog.regproc::pg_catalog.text END
           || CASE w.fdwvalidator WHEN 0 THEN '' ELSE ' VALIDATOR ' || w.fdwvalidator::pg_catalog.regproc::pg_catalog.text END
           || COALESCE(' OPTIONS (' || o.shown || ')', '') AS definition,
       o.hidden AS hidden_options
FROM pg_catalog.pg_foreign_data_wrapper AS w
CROSS JOIN LATERAL (
    SELECT pg_catalog.string_agg(pg_catalog.format('%I %L', x.option_name, x.option_value), ', ' ORDER BY x.option_name COLLATE pg_catalog."C") FILTER (WHERE NOT x.secret) AS shown,
           pg_catalog.string_agg(pg_catalog.quote_ident(x.option_name), ', ' ORDER BY x.option_name COLLATE pg_catalog."C") FILTER (WHERE x.secret) AS hidden
    FROM (
        SELECT s.option_name, s.option_value,
               s.option_name ~* 'pass|pwd|secret|token|credential|key|private' OR s.option_value ~* '://[^/]*@|(pass|pwd|secret|token|key)[a-z_ ]*=' AS secret
        FROM pg_catalog.pg_options_to_table(w.fdwoptions) AS s) AS x) AS o
WHERE w.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass AND e.objid = w.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
