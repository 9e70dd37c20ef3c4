-- Foreign servers. Options that hold or could hold a secret are named and not read; user mappings are never read.
-- https://www.postgresql.org/docs/current/catalog-pg-foreign-server.html
SELECT 'pg_foreign_server' AS catalog,
       v.oid::pg_catalog.int8 AS oid,
       NULL::pg_catalog.text AS schema_name,
       NULL::pg_catalog.text AS relation_name,
       v.srvname::pg_catalog.text AS name,
       pg_catalog.format('CREATE SERVER %I', v.srvname)
           || COALESCE(' TYPE ' || pg_catalog.quote_literal(v.srvtype), '')
           || COALESCE(' VERSION ' || pg_catalog.quote_literal(v.srvversion), '')
           || pg_catalog.format(' FOREIGN DATA WRAPPER %I', w.fdwname)
           || COALESCE(' OPTIONS (' || o.shown || ')', '') AS definition,
       o.hidden AS hidden_options
FROM pg_catalog.pg_foreign_server AS v
JOIN pg_catalog.pg_foreign_data_wrapper AS w ON w.oid = v.srvfdw
CROSS JOIN LATERAL (
    SELECT pg_catalog.string_agg(pg_catalog.format('%I %L', x.option_name, x.option_value), ', ' ORDER BY x.option_name COLLATE pg_catalog."C") FILTER (WHERE NOT x.secret) AS shown,
           pg_catalog.string_agg(pg_catalog.quote_ident(x.option_name), ', ' ORDER BY x.option_name COLLATE pg_catalog."C") FILTER (WHERE x.secret) AS hidden
    FROM (
        SELECT s.option_name, s.option_value,
               s.option_name ~* 'pass|pwd|secret|token|credential|key|private' OR s.option_value ~* '://[^/]*@|(pass|pwd|secret|token|key)[a-z_ ]*=' AS secret
        FROM pg_catalog.pg_options_to_table(v.srvoptions) AS s) AS x) AS o
WHERE v.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_foreign_server'::pg_catalog.regclass AND e.objid = v.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
