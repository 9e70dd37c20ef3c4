-- Tables of every kind, views and materialized views.
-- https://www.postgresql.org/docs/current/catalog-pg-class.html
SELECT 'pg_class' AS catalog,
       c.oid::int8 AS oid,
       n.nspname::text AS schema_name,
       c.relname::text AS name,
       pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS quoted_name,
       c.relkind::text AS kind,
       c.reltype::int8 AS row_type_oid,
       row_type.typarray::int8 AS array_oid,
       c.relpersistence = 'u' AS unlogged,
       NULLIF(c.reloftype, 0)::int8 AS of_type_oid,
       CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partition_key,
       CASE WHEN c.relispartition THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END AS partition_bound,
       am.amname::text AS access_method,
       t.spcname::text AS tablespace,
       NULLIF(pg_catalog.concat_ws(', ',
           pg_catalog.array_to_string(c.reloptions, ', '),
           'toast.' || pg_catalog.array_to_string(toast.reloptions, ', toast.')), '') AS options,
       -- What holds no rows of its own always has 'nothing'.
       CASE WHEN c.relkind IN ('r', 'p', 'm') THEN CASE c.relreplident
           WHEN 'f' THEN 'full'
           WHEN 'n' THEN 'nothing'
           WHEN 'i' THEN 'index ' || replica_index.relname
       END END AS replica_identity,
       cluster_index.relname::text AS clustered_on,
       c.relrowsecurity AS row_security,
       c.relforcerowsecurity AS force_row_security,
       s.srvname::text AS server,
       CASE WHEN f.ftoptions IS NOT NULL THEN (
           SELECT pg_catalog.string_agg(pg_catalog.quote_ident(o.option_name) || ' ' || pg_catalog.quote_literal(o.option_value), ', ' ORDER BY o.option_name COLLATE pg_catalog."C")
           FROM pg_catalog.pg_options_to_table(f.ftoptions) AS o
           -- What could be a secret is not read.
           WHERE o.option_name !~* 'pass|pwd|secret|token|credential|private' AND o.option_value !~* '://[^/]*@|(pass|pwd|secret|token)[a-z_ ]*=')
       END AS foreign_options,
       CASE WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid) END AS definition,
       CASE
           WHEN c.relkind NOT IN ('r', 'm', 'f') OR c.reltuples < 0 THEN NULL
           -- Before PostgreSQL 14 a table that nobody has counted looks like an empty one.
           WHEN c.reltuples = 0 AND c.relpages = 0 AND pg_catalog.current_setting('server_version_num')::int4 < 140000 THEN NULL
           ELSE c.reltuples::int8
       END AS row_estimate
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_type AS row_type ON row_type.oid = c.reltype
LEFT JOIN pg_catalog.pg_am AS am ON am.oid = c.relam AND am.amname <> 'heap'
LEFT JOIN pg_catalog.pg_tablespace AS t ON t.oid = c.reltablespace
LEFT JOIN pg_catalog.pg_class AS toast ON toast.oid = c.reltoastrelid
LEFT JOIN pg_catalog.pg_index AS ri ON c.relreplident = 'i' AND ri.indrelid = c.oid AND ri.indisreplident
LEFT JOIN pg_catalog.pg_class AS replica_index ON replica_index.oid = ri.indexrelid
LEFT JOIN pg_catalog.pg_index AS ci ON ci.indrelid = c.oid AND ci.indisclustered
LEFT JOIN pg_catalog.pg_class AS cluster_index ON cluster_index.oid = ci.indexrelid
LEFT JOIN pg_catalog.pg_foreign_table AS f ON f.ftrelid = c.oid
LEFT JOIN pg_catalog.pg_foreign_server AS s ON s.oid = f.ftserver
WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
