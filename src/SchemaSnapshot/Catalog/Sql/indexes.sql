-- Indexes that belong to no constraint.
-- https://www.postgresql.org/docs/current/catalog-pg-index.html
WITH only_default AS MATERIALIZED ( -- operator classes that are the default of every type they take: no other type passes for theirs
    SELECT o.oid
    FROM pg_catalog.pg_opclass AS o
    JOIN pg_catalog.pg_type AS t ON t.oid = o.opcintype
    WHERE o.opcdefault
      AND (t.typtype <> 'p'
           -- That of all enums, unless one has its own.
           OR o.opcintype = 'pg_catalog.anyenum'::pg_catalog.regtype
              AND NOT EXISTS (
                  SELECT FROM pg_catalog.pg_opclass AS own JOIN pg_catalog.pg_type AS e ON e.oid = own.opcintype
                  WHERE own.opcmethod = o.opcmethod AND own.opcdefault AND e.typtype = 'e'))
      AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_cast AS x
          WHERE x.casttarget = o.opcintype AND x.castmethod = 'b' AND x.castcontext = 'i'
            -- That of text is the default of character varying too, as that of text or bytea is of what the server keeps for itself.
            AND (x.castsource, x.casttarget) <> ('pg_catalog.varchar'::pg_catalog.regtype, 'pg_catalog.text'::pg_catalog.regtype)
            AND x.castsource NOT IN ('pg_catalog.pg_node_tree'::pg_catalog.regtype, 'pg_catalog.pg_ndistinct'::pg_catalog.regtype,
                                     'pg_catalog.pg_dependencies'::pg_catalog.regtype, 'pg_catalog.pg_mcv_list'::pg_catalog.regtype))
), special AS MATERIALIZED ( -- tables with a collation, indexes with a collation or with options of an operator class
    SELECT a.attrelid
    FROM pg_catalog.pg_attribute AS a
    WHERE a.attrelid >= 16384 AND (a.attcollation NOT IN (0, 100) AND a.attnum > 0 OR a.attoptions IS NOT NULL)
)
SELECT 'pg_class' AS catalog,
       c.oid::int8 AS oid,
       i.indrelid::int8 AS relation_oid,
       n.nspname::text AS schema_name,
       c.relname::text AS name,
       NULLIF(pg_catalog.quote_ident(c.relname), c.relname) AS quoted_name,
       am.amname::text AS method,
       i.indisunique AS "unique",
       COALESCE(i.indnullsnotdistinct, false) AS nulls_not_distinct,
       i.indnkeyatts::int4 AS key_count,
       pg_catalog.array_to_string(i.indkey::int2[], ' ') AS columns, -- numbers, as in the columns of the relation; 0 for an expression
       pg_catalog.array_to_string(i.indoption::int2[], ' ') AS options_of_keys, -- 1: descending, 2: nulls first
       pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
       pg_catalog.array_to_string(c.reloptions, ', ') AS options,
       t.spcname::text AS tablespace,
       NOT i.indisvalid AS invalid,
       -- That of an index over columns, with nothing special about them, follows from the rest; deparsing costs much.
       CASE WHEN c.relkind <> 'i' OR c.reloptions IS NOT NULL OR am.oid >= 16384 OR 0 = ANY (i.indkey)
                OR NOT i.indclass::oid[] <@ (SELECT pg_catalog.array_agg(d.oid) FROM only_default AS d)
                OR i.indrelid IN (SELECT s.attrelid FROM special AS s)
                OR i.indexrelid IN (SELECT s.attrelid FROM special AS s)
            THEN pg_catalog.pg_get_indexdef(i.indexrelid) END AS definition
FROM (VALUES (NULL::bool)) AS absent(indnullsnotdistinct) -- before PostgreSQL 15
CROSS JOIN LATERAL (
    SELECT x.indexrelid, x.indrelid, x.indisunique, indnullsnotdistinct, x.indpred, x.indisvalid,
           x.indnkeyatts, x.indkey, x.indoption, x.indclass
    FROM pg_catalog.pg_index AS x
    WHERE x.indexrelid >= 16384
) AS i
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_am AS am ON am.oid = c.relam
LEFT JOIN pg_catalog.pg_tablespace AS t ON t.oid = c.reltablespace
WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
