-- Constraints of tables and domains.
-- https://www.postgresql.org/docs/current/catalog-pg-constraint.html
SELECT 'pg_constraint' AS catalog,
       k.oid::int8 AS oid,
       k.conrelid::int8 AS relation_oid,
       k.contypid::int8 AS domain_oid,
       k.conname::text AS name,
       k.contype::text AS type,
       pg_catalog.array_to_string(k.conkey, ' ') AS columns, -- numbers, as in the columns of the relation
       i.included,
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
       NULLIF(k.confrelid, 0)::int8 AS foreign_relation_oid,
       fn.nspname::text AS foreign_schema,
       fc.relname::text AS foreign_table,
       pg_catalog.quote_ident(fn.nspname) || '.' || pg_catalog.quote_ident(fc.relname) AS foreign_quoted_name,
       pg_catalog.array_to_string(k.confkey, ' ') AS foreign_columns,
       pg_catalog.array_to_string(k.confdelsetcols, ' ') AS on_delete_columns,
       CASE WHEN k.contype = 'f' THEN CASE k.confdeltype
           WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' WHEN 'd' THEN 'set default' END END AS on_delete,
       CASE WHEN k.contype = 'f' THEN CASE k.confupdtype
           WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' WHEN 'd' THEN 'set default' END END AS on_update,
       CASE WHEN k.contype = 'f' AND k.confmatchtype = 'f' THEN 'full' END AS match,
       -- That of a key, a foreign key or a column's not-null follows from the rest; deparsing costs much.
       CASE WHEN k.contype IN ('c', 'x') OR k.contypid <> 0 THEN pg_catalog.pg_get_constraintdef(k.oid) END AS definition
FROM (VALUES (NULL::bool, NULL::int2[], NULL::bool, NULL::bool)) AS absent(indnullsnotdistinct, confdelsetcols, conperiod, conenforced) -- before PostgreSQL 15, 15, 18, 18
CROSS JOIN LATERAL (
    SELECT x.oid, x.conname, x.connamespace, x.contype, x.condeferrable, x.condeferred, x.convalidated, x.conrelid, x.contypid,
           x.conindid, x.conparentid, x.confrelid, x.confupdtype, x.confdeltype, x.confmatchtype, x.conislocal, x.connoinherit,
           x.conkey, x.confkey, confdelsetcols, conperiod, conenforced
    FROM pg_catalog.pg_constraint AS x
    WHERE x.oid >= 16384 AND x.contype IN ('p', 'u', 'c', 'x', 'f', 'n')
) AS k
JOIN pg_catalog.pg_namespace AS n ON n.oid = k.connamespace
LEFT JOIN pg_catalog.pg_class AS fc ON fc.oid = k.confrelid
LEFT JOIN pg_catalog.pg_namespace AS fn ON fn.oid = fc.relnamespace
LEFT JOIN pg_catalog.pg_class AS ic ON ic.oid = k.conindid AND k.contype IN ('p', 'u', 'x')
LEFT JOIN pg_catalog.pg_tablespace AS t ON t.oid = ic.reltablespace
LEFT JOIN LATERAL (
    SELECT indnullsnotdistinct,
           CASE WHEN x.indnatts > x.indnkeyatts
                THEN pg_catalog.array_to_string((x.indkey::int2[])[x.indnkeyatts:x.indnatts - 1], ' ') END AS included
    FROM pg_catalog.pg_index AS x
    WHERE x.indexrelid = ic.oid
) AS i ON true
LEFT JOIN pg_catalog.pg_constraint AS parent ON k.contype = 'f' AND parent.oid = k.conparentid
WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  -- A foreign key to a partitioned table has a copy to each of its partitions; a partition's copy of its parent's key is one of its own.
  AND (parent.oid IS NULL OR parent.conrelid <> k.conrelid AND parent.confrelid = k.confrelid)
