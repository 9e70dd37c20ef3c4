-- Constraints of tables and domains; of the not-null constraints of PostgreSQL 18 only those that say more than
-- the column's own flag. https://www.postgresql.org/docs/current/catalog-pg-constraint.html
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
           x.conkey, conperiod, conenforced
    FROM pg_catalog.pg_constraint AS x
    WHERE x.contype IN ('p', 'u', 'c', 'x', 'f', 'n')
) AS k
JOIN pg_catalog.pg_namespace AS n ON n.oid = k.connamespace
LEFT JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid
LEFT JOIN pg_catalog.pg_type AS d ON d.oid = k.contypid
LEFT JOIN pg_catalog.pg_attribute AS a ON k.contype = 'n' AND a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
LEFT JOIN pg_catalog.pg_class AS fc ON fc.oid = k.confrelid
LEFT JOIN pg_catalog.pg_namespace AS fn ON fn.oid = fc.relnamespace
LEFT JOIN pg_catalog.pg_class AS ic ON ic.oid = k.conindid AND k.contype IN ('p', 'u', 'x')
LEFT JOIN pg_catalog.pg_tablespace AS t ON t.oid = ic.reltablespace
LEFT JOIN LATERAL (
    SELECT indnullsnotdistinct FROM pg_catalog.pg_index AS x WHERE x.indexrelid = ic.oid
) AS i ON true
-- The default name of a not-null constraint (makeObjectName): so many bytes of the table's name and of the column's as fit,
-- the longer one cut first, and no letter cut in two.
LEFT JOIN LATERAL (
    SELECT d.typname::text AS first, NULL::text AS second, 54 AS first_limit, 0 AS second_limit WHERE k.contypid <> 0
    UNION ALL
    SELECT c.relname::text, a.attname::text, 53 - second_limit, second_limit
    FROM (VALUES (LEAST(pg_catalog.octet_length(a.attname::text), GREATEST(53 - pg_catalog.octet_length(c.relname::text), 26)))) AS x(second_limit)
    WHERE k.conrelid <> 0
) AS whole ON k.contype = 'n'
LEFT JOIN LATERAL (
    SELECT pg_catalog.concat_ws('_',
        CASE WHEN pg_catalog.octet_length(whole.first) <= whole.first_limit THEN whole.first ELSE
            (SELECT pg_catalog."left"(whole.first, pg_catalog.max(x)) FROM pg_catalog.generate_series(0, whole.first_limit) AS x
             WHERE pg_catalog.octet_length(pg_catalog."left"(whole.first, x)) <= whole.first_limit) END,
        CASE WHEN pg_catalog.octet_length(whole.second) <= whole.second_limit THEN whole.second ELSE
            (SELECT pg_catalog."left"(whole.second, pg_catalog.max(x)) FROM pg_catalog.generate_series(0, whole.second_limit) AS x
             WHERE pg_catalog.octet_length(pg_catalog."left"(whole.second, x)) <= whole.second_limit) END,
        'not_null') AS name
) AS usual ON k.contype = 'n'
WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  -- A foreign key to a partitioned table has a row for each of its partitions too.
  AND NOT (k.contype = 'f' AND k.conparentid <> 0
           AND EXISTS (SELECT FROM pg_catalog.pg_constraint AS p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid))
  AND NOT (k.contype = 'n' AND k.convalidated AND NOT (k.connoinherit AND k.conrelid <> 0)
           -- An inherited one carries its parent's name, and the parent says it.
           AND (k.conrelid <> 0 AND NOT k.conislocal OR k.conname = usual.name)
           AND NOT EXISTS (SELECT FROM pg_catalog.pg_description AS x
                           WHERE x.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND x.objoid = k.oid))
