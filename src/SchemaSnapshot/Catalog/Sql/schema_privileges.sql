-- Privileges on a schema and on its sequences, routines and types: what differs from those that such an object has from the start.
-- The owner's own are left out. A new database lets everyone use its schema public, and before PostgreSQL 15 create there, too.
-- https://www.postgresql.org/docs/current/ddl-priv.html
WITH object AS (
    SELECT n.oid AS namespace, 'schema' AS label, pg_catalog.format('SCHEMA %I', n.nspname) AS target, n.nspowner AS owner,
           COALESCE(n.nspacl, pg_catalog.acldefault('n', n.nspowner)) AS acl,
           CASE
               WHEN n.nspname <> 'public' THEN pg_catalog.acldefault('n', n.nspowner)
               WHEN pg_catalog.current_setting('server_version_num')::pg_catalog.int4 >= 150000 THEN ARRAY[pg_catalog.makeaclitem(0, n.nspowner, 'USAGE', false)]
               ELSE ARRAY[pg_catalog.makeaclitem(0, n.nspowner, 'USAGE', false), pg_catalog.makeaclitem(0, n.nspowner, 'CREATE', false)]
           END AS initial
    FROM pg_catalog.pg_namespace AS n
    WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND e.objid = n.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
    UNION ALL
    SELECT n.oid, pg_catalog.format('sequence %I', s.relname), pg_catalog.format('SEQUENCE %I.%I', n.nspname, s.relname),
           s.relowner, s.relacl, pg_catalog.acldefault('s', s.relowner)
    FROM pg_catalog.pg_class AS s
    JOIN pg_catalog.pg_namespace AS n ON n.oid = s.relnamespace
    WHERE s.oid >= 16384 AND s.relkind = 'S' AND s.relacl IS NOT NULL
      AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = s.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
    UNION ALL
    SELECT n.oid, pg_catalog.format('%s %I(%s)', pg_catalog.lower(p.kind), p.proname, p.arguments),
           pg_catalog.format('%s %I.%I(%s)', p.kind, n.nspname, p.proname, p.arguments),
           p.proowner, p.proacl, pg_catalog.acldefault('f', p.proowner)
    FROM (
        SELECT f.oid, f.proname, f.pronamespace, f.proowner, f.proacl,
               CASE f.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END AS kind,
               COALESCE((
                   SELECT pg_catalog.string_agg(pg_catalog.format_type(t.type, NULL), ', ' ORDER BY t.ordinality)
                   FROM pg_catalog.unnest(f.proargtypes) WITH ORDINALITY AS t(type, ordinality)), '') AS arguments
        FROM pg_catalog.pg_proc AS f
        WHERE f.oid >= 16384 AND f.proacl IS NOT NULL
          -- The constructors of a range type come and go with it.
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS i WHERE i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND i.objid = f.oid AND i.deptype = 'i')) AS p
    JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
    WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND e.objid = p.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
    UNION ALL
    SELECT n.oid, pg_catalog.format('type %I', t.typname), pg_catalog.format('TYPE %I.%I', n.nspname, t.typname),
           t.typowner, t.typacl, pg_catalog.acldefault('T', t.typowner)
    FROM pg_catalog.pg_type AS t
    JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
    WHERE t.oid >= 16384 AND (t.typtype IN ('e', 'd', 'r') OR EXISTS (SELECT FROM pg_catalog.pg_class AS r WHERE r.oid = t.typrelid AND r.relkind = 'c'))
      AND t.typacl IS NOT NULL
      AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND e.objid = t.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
), changed AS (
    SELECT o.*, x.action, x.grantee, x.grantable, x.privileges
    FROM object AS o
    CROSS JOIN LATERAL (
        SELECT u.action, u.grantee, u.grantable, pg_catalog.string_agg(u.privilege, ', ' ORDER BY u.privilege COLLATE pg_catalog."C") AS privileges
        FROM (
            -- The same privilege may come from several grantors.
            SELECT 'GRANT' AS action, a.privilege_type AS privilege,
                   CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END AS grantee,
                   pg_catalog.bool_or(a.is_grantable) AS grantable
            FROM pg_catalog.aclexplode(o.acl) AS a
            WHERE a.grantee <> o.owner
              AND NOT EXISTS (SELECT FROM pg_catalog.aclexplode(o.initial) AS i WHERE i.grantee = 0 AND a.grantee = 0 AND i.privilege_type = a.privilege_type)
            GROUP BY 2, 3
            UNION ALL
            SELECT 'REVOKE', i.privilege_type, 'PUBLIC', false
            FROM pg_catalog.aclexplode(o.initial) AS i
            WHERE i.grantee = 0
              AND NOT EXISTS (SELECT FROM pg_catalog.aclexplode(o.acl) AS a WHERE a.grantee = 0 AND a.privilege_type = i.privilege_type)) AS u
        GROUP BY 1, 2, 3) AS x
)
SELECT NULL::pg_catalog.text AS catalog,
       NULL::pg_catalog.int8 AS oid,
       n.nspname::pg_catalog.text AS schema_name,
       NULL::pg_catalog.text AS relation_name,
       c.label || CASE c.action WHEN 'GRANT' THEN ' to ' ELSE ' from ' END || c.grantee || CASE WHEN c.grantable THEN ' with grant option' ELSE '' END AS name,
       CASE c.action
           WHEN 'GRANT' THEN pg_catalog.format('GRANT %s ON %s TO %s', c.privileges, c.target, c.grantee) || CASE WHEN c.grantable THEN ' WITH GRANT OPTION' ELSE '' END
           ELSE pg_catalog.format('REVOKE %s ON %s FROM %s', c.privileges, c.target, c.grantee)
       END AS definition
FROM changed AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.namespace
