-- Privileges on relations and their columns: one row a grantee, and one more for what it may pass on. The owner's own are left out.
-- https://www.postgresql.org/docs/current/ddl-priv.html
SELECT NULL::pg_catalog.text AS catalog,
       NULL::pg_catalog.int8 AS oid,
       n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS relation_name,
       g.grantee || COALESCE(' (' || pg_catalog.quote_ident(g.attname) || ')', '')
           || CASE WHEN g.grantable THEN ' with grant option' ELSE '' END AS name,
       pg_catalog.format('GRANT %s ON TABLE %I.%I TO %s', g.privileges, n.nspname, c.relname, g.grantee)
           || CASE WHEN g.grantable THEN ' WITH GRANT OPTION' ELSE '' END AS definition
FROM (
    SELECT p.relid, p.attname, p.grantee, p.grantable,
           pg_catalog.string_agg(
               p.privilege || COALESCE(' (' || pg_catalog.quote_ident(p.attname) || ')', ''),
               ', ' ORDER BY p.privilege COLLATE pg_catalog."C") AS privileges
    FROM (
        -- The same privilege may come from several grantors.
        SELECT a.relid, a.attname, x.privilege_type AS privilege,
               CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(x.grantee)) END AS grantee,
               pg_catalog.bool_or(x.is_grantable) AS grantable
        FROM (
            SELECT r.oid AS relid, NULL::pg_catalog.name AS attname, r.relowner AS owner, r.relacl AS acl
            FROM pg_catalog.pg_class AS r
            WHERE r.oid >= 16384
            UNION ALL
            SELECT r.oid, t.attname, r.relowner, t.attacl
            FROM pg_catalog.pg_attribute AS t
            JOIN pg_catalog.pg_class AS r ON r.oid = t.attrelid
            WHERE t.attrelid >= 16384 AND NOT t.attisdropped) AS a
        CROSS JOIN LATERAL pg_catalog.aclexplode(a.acl) AS x
        WHERE a.acl IS NOT NULL AND x.grantee <> a.owner
        GROUP BY 1, 2, 3, 4) AS p
    GROUP BY 1, 2, 3, 4) AS g
JOIN pg_catalog.pg_class AS c ON c.oid = g.relid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm')
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
