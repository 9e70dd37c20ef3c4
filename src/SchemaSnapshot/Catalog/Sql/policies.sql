-- Policies of row-level security. What is the default (PERMISSIVE, FOR ALL, TO PUBLIC) is left out, as pg_dump does.
-- https://www.postgresql.org/docs/current/catalog-pg-policy.html
SELECT 'pg_policy' AS catalog,
       p.oid::pg_catalog.int8 AS oid,
       n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS relation_name,
       p.polname::pg_catalog.text AS name,
       pg_catalog.format('CREATE POLICY %I ON %I.%I', p.polname, n.nspname, c.relname)
           || CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END
           || CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE' WHEN 'd' THEN ' FOR DELETE' ELSE '' END
           || CASE WHEN 0::pg_catalog.oid = ANY (p.polroles) THEN '' ELSE ' TO ' || (
               SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.rolname), ', ' ORDER BY a.rolname)
               FROM pg_catalog.pg_roles AS a
               WHERE a.oid = ANY (p.polroles)) END
           || COALESCE(' USING (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')', '')
           || COALESCE(' WITH CHECK (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') AS definition
FROM pg_catalog.pg_policy AS p
JOIN pg_catalog.pg_class AS c ON c.oid = p.polrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
