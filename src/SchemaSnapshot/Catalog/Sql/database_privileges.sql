-- Privileges on the database itself, on languages, foreign-data wrappers and servers: what differs from those that such an object
-- has from the start. The owner's own are left out. Languages and wrappers mostly come with an extension, but who may use them is the
-- user's choice. The database's own name is no part of a snapshot: the statement finds it when it runs.
-- https://www.postgresql.org/docs/current/ddl-priv.html
WITH object AS (
    SELECT 'database' AS label, NULL::pg_catalog.text AS target, d.datdba AS owner, d.datacl AS acl, pg_catalog.acldefault('d', d.datdba) AS initial
    FROM pg_catalog.pg_database AS d
    WHERE d.datname = pg_catalog.current_database() AND d.datacl IS NOT NULL
    UNION ALL
    SELECT pg_catalog.format('language %I', l.lanname), pg_catalog.format('LANGUAGE %I', l.lanname), l.lanowner, l.lanacl, pg_catalog.acldefault('l', l.lanowner)
    FROM pg_catalog.pg_language AS l
    WHERE l.lanacl IS NOT NULL
    UNION ALL
    SELECT pg_catalog.format('foreign-data wrapper %I', w.fdwname), pg_catalog.format('FOREIGN DATA WRAPPER %I', w.fdwname), w.fdwowner, w.fdwacl,
           pg_catalog.acldefault('F', w.fdwowner)
    FROM pg_catalog.pg_foreign_data_wrapper AS w
    WHERE w.fdwacl IS NOT NULL
    UNION ALL
    SELECT pg_catalog.format('server %I', v.srvname), pg_catalog.format('FOREIGN SERVER %I', v.srvname), v.srvowner, v.srvacl,
           pg_catalog.acldefault('S', v.srvowner)
    FROM pg_catalog.pg_foreign_server AS v
    WHERE v.srvacl IS NOT NULL
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_foreign_server'::pg_catalog.regclass AND e.objid = v.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
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
       NULL::pg_catalog.text AS schema_name,
       NULL::pg_catalog.text AS relation_name,
       s.label || CASE s.action WHEN 'GRANT' THEN ' to ' ELSE ' from ' END || s.grantee || CASE WHEN s.grantable THEN ' with grant option' ELSE '' END AS name,
       CASE WHEN s.target IS NOT NULL THEN s.statement ELSE
           pg_catalog.format('DO %L', pg_catalog.format('BEGIN EXECUTE pg_catalog.format(%L, pg_catalog.current_database()); END', s.statement))
       END AS definition
FROM (
    SELECT c.*,
           CASE c.action
               WHEN 'GRANT' THEN pg_catalog.format('GRANT %s ON %s TO %s', c.privileges, t.target, t.grantee) || CASE WHEN c.grantable THEN ' WITH GRANT OPTION' ELSE '' END
               ELSE pg_catalog.format('REVOKE %s ON %s FROM %s', c.privileges, t.target, t.grantee)
           END AS statement
    FROM changed AS c
    CROSS JOIN LATERAL (
        SELECT COALESCE(c.target, 'DATABASE %I') AS target,
               CASE WHEN c.target IS NULL THEN pg_catalog.replace(c.grantee, '%', '%%') ELSE c.grantee END AS grantee) AS t) AS s
