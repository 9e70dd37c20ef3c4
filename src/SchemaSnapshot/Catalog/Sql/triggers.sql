-- Triggers, without the internal ones of constraints. Of a partition's copies of its parent's triggers only those that are
-- enabled otherwise than the original; their definition is the statement that makes the difference.
-- https://www.postgresql.org/docs/current/catalog-pg-trigger.html
SELECT 'pg_trigger' AS catalog,
       t.oid::pg_catalog.int8 AS oid,
       n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS relation_name,
       t.tgname::pg_catalog.text AS name,
       CASE
           WHEN original.oid IS NULL THEN pg_catalog.pg_get_triggerdef(t.oid)
           ELSE pg_catalog.format('ALTER TABLE %I.%I %s TRIGGER %I', n.nspname, c.relname,
               CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE' END,
               t.tgname)
       END AS definition,
       CASE t.tgenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END AS enabled
FROM pg_catalog.pg_trigger AS t
JOIN pg_catalog.pg_class AS c ON c.oid = t.tgrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_trigger AS original ON original.oid = t.tgparentid
-- Before PostgreSQL 15 copies count as internal, too; what a constraint made is known by the constraint.
WHERE t.oid >= 16384 AND (NOT t.tgisinternal OR original.oid IS NOT NULL)
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS k WHERE k.oid = t.tgconstraint AND k.contype <> 't')
  AND (original.oid IS NULL OR original.tgenabled <> t.tgenabled)
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
