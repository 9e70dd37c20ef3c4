-- Constraints of tables and domains.
-- https://www.postgresql.org/docs/current/catalog-pg-constraint.html
SELECT 'pg_constraint' AS catalog,
       k.oid::int8 AS oid,
       k.conrelid::int8 AS relation_oid,
       k.contypid::int8 AS domain_oid,
       NULLIF(CASE WHEN k.contype IN ('p', 'u', 'x') THEN k.conindid ELSE 0 END, 0)::int8 AS index_oid,
       k.conname::text AS name,
       k.contype::text AS type,
       COALESCE(i.indnullsnotdistinct, false) AS nulls_not_distinct,
       COALESCE(k.conperiod, false) AS period,
       k.condeferrable AS deferrable,
       k.condeferred AS initially_deferred,
       NOT k.convalidated AND COALESCE(k.conenforced, true) AS not_valid,
       NOT COALESCE(k.conenforced, true) AS not_enforced,
       -- What has no index to inherit never inherits: said of checks and not-nulls alone.
       k.connoinherit AND k.contype IN ('c', 'n') AS no_inherit,
       CASE WHEN k.contype IN ('c', 'n') THEN k.conrelid <> 0 AND NOT k.conislocal ELSE k.conparentid <> 0 END AS inherited,
       pg_catalog.array_to_string(ic.reloptions, ', ') AS options,
       t.spcname::text AS tablespace,
       fn.nspname::text AS foreign_schema,
       fc.relname::text AS foreign_table,
       CASE WHEN k.contype = 'f' THEN CASE k.confdeltype
           WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' WHEN 'd' THEN 'set default' END END AS on_delete,
       CASE WHEN k.contype = 'f' THEN CASE k.confupdtype
           WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' WHEN 'd' THEN 'set default' END END AS on_update,
       CASE WHEN k.contype = 'f' AND k.confmatchtype = 'f' THEN 'full' END AS match,
       pg_catalog.pg_get_constraintdef(k.oid) AS definition
FROM (VALUES (NULL::bool, NULL::bool, NULL::bool)) AS absent(indnullsnotdistinct, conperiod, conenforced) -- before PostgreSQL 15, 18, 18
CROSS JOIN LATERAL (
    SELECT x.oid, x.conname, x.connamespace, x.contype, x.condeferrable, x.condeferred, x.convalidated, x.conrelid, x.contypid,
           x.conindid, x.conparentid, x.confrelid, x.confupdtype, x.confdeltype, x.confmatchtype, x.conislocal, x.connoinherit,
           conperiod, conenforced
    FROM pg_catalog.pg_constraint AS x
    WHERE x.contype IN ('p', 'u', 'c', 'x', 'f', 'n')
) AS k
JOIN pg_catalog.pg_namespace AS n ON n.oid = k.connamespace
LEFT JOIN pg_catalog.pg_class AS fc ON fc.oid = k.confrelid
LEFT JOIN pg_catalog.pg_namespace AS fn ON fn.oid = fc.relnamespace
LEFT JOIN pg_catalog.pg_class AS ic ON ic.oid = k.conindid AND k.contype IN ('p', 'u', 'x')
LEFT JOIN pg_catalog.pg_tablespace AS t ON t.oid = ic.reltablespace
LEFT JOIN LATERAL (
    SELECT indnullsnotdistinct FROM pg_catalog.pg_index AS x WHERE x.indexrelid = ic.oid
) AS i ON true
LEFT JOIN pg_catalog.pg_constraint AS parent ON k.contype = 'f' AND parent.oid = k.conparentid
WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  -- A foreign key to a partitioned table has a copy to each of its partitions; a partition's copy of its parent's key is one of its own.
  AND (parent.oid IS NULL OR parent.conrelid <> k.conrelid AND parent.confrelid = k.confrelid)
