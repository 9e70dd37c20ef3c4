-- Event triggers.
-- https://www.postgresql.org/docs/current/catalog-pg-event-trigger.html
SELECT 'pg_event_trigger' AS catalog,
       t.oid::pg_catalog.int8 AS oid,
       NULL::pg_catalog.text AS schema_name,
       NULL::pg_catalog.text AS relation_name,
       t.evtname::pg_catalog.text AS name,
       pg_catalog.format('CREATE EVENT TRIGGER %I ON %I', t.evtname, t.evtevent)
           || COALESCE((
               SELECT ' WHEN TAG IN (' || pg_catalog.string_agg(pg_catalog.quote_literal(tag), ', ' ORDER BY tag COLLATE pg_catalog."C") || ')'
               FROM pg_catalog.unnest(t.evttags) AS tag), '')
           || pg_catalog.format(' EXECUTE FUNCTION %I.%I()', n.nspname, p.proname) AS definition,
       CASE t.evtenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END AS enabled
FROM pg_catalog.pg_event_trigger AS t
JOIN pg_catalog.pg_proc AS p ON p.oid = t.evtfoid
JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
WHERE t.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_event_trigger'::pg_catalog.regclass AND e.objid = t.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
