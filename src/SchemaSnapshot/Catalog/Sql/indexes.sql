-- Indexes that belong to no constraint.
-- https://www.postgresql.org/docs/current/catalog-pg-index.html
SELECT 'pg_class' AS catalog,
       c.oid::int8 AS oid,
       i.indrelid::int8 AS relation_oid,
       n.nspname::text AS schema_name,
       c.relname::text AS name,
       am.amname::text AS method,
       i.indisunique AS "unique",
       COALESCE(i.indnullsnotdistinct, false) AS nulls_not_distinct,
       pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
       pg_catalog.array_to_string(c.reloptions, ', ') AS options,
       t.spcname::text AS tablespace,
       NOT i.indisvalid AS invalid,
       pg_catalog.pg_get_indexdef(c.oid) AS definition
FROM (VALUES (NULL::bool)) AS absent(indnullsnotdistinct) -- before PostgreSQL 15
CROSS JOIN LATERAL (
    SELECT x.indexrelid, x.indrelid, x.indisunique, indnullsnotdistinct, x.indpred, x.indisvalid
    FROM pg_catalog.pg_index AS x
) AS i
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_am AS am ON am.oid = c.relam
LEFT JOIN pg_catalog.pg_tablespace AS t ON t.oid = c.reltablespace
WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid AND e.deptype = 'e')
