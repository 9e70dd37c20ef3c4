-- Default privileges: what objects made later get. FOR ROLE is left out where the role owns the database.
-- Entries for the whole database replace the built-in defaults; entries for one schema add to them.
-- https://www.postgresql.org/docs/current/catalog-pg-default-acl.html
WITH object AS (
    SELECT CASE WHEN d.datdba = a.defaclrole THEN '' ELSE pg_catalog.format('for %I ', pg_catalog.pg_get_userbyid(a.defaclrole)) END
               || COALESCE('in ' || pg_catalog.quote_ident(n.nspname) || ' ', '')
               || pg_catalog.lower(k.keyword) AS label,
           'ALTER DEFAULT PRIVILEGES'
               || CASE WHEN d.datdba = a.defaclrole THEN '' ELSE pg_catalog.format(' FOR ROLE %I', pg_catalog.pg_get_userbyid(a.defaclrole)) END
               || COALESCE(' IN SCHEMA ' || pg_catalog.quote_ident(n.nspname), '') AS target,
           k.keyword, a.defaclrole AS owner, a.defaclacl AS acl,
           CASE WHEN n.oid IS NULL THEN pg_catalog.acldefault(k.acl_type, a.defaclrole) END AS initial
    FROM pg_catalog.pg_default_acl AS a
    JOIN (VALUES ('r'::"char", 'r'::"char", 'TABLES'), ('S', 's', 'SEQUENCES'), ('f', 'f', 'FUNCTIONS'), ('T', 'T', 'TYPES'), ('n', 'n', 'SCHEMAS'), ('L', 'L', 'LARGE OBJECTS'))
        AS k(object_type, acl_type, keyword) ON k.object_type = a.defaclobjtype
    JOIN pg_catalog.pg_database AS d ON d.datname = pg_catalog.current_database()
    LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = a.defaclnamespace
    WHERE (n.oid IS NULL OR n.nspname <> 'information_schema' AND n.nspname !~ '^pg_')
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_default_acl'::pg_catalog.regclass AND e.objid = a.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
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
       c.label || CASE c.action WHEN 'GRANT' THEN ' to ' ELSE ' from ' END || c.grantee || CASE WHEN c.grantable THEN ' with grant option' ELSE '' END AS name,
       CASE c.action
           WHEN 'GRANT' THEN pg_catalog.format('%s GRANT %s ON %s TO %s', c.target, c.privileges, c.keyword, c.grantee) || CASE WHEN c.grantable THEN ' WITH GRANT OPTION' ELSE '' END
           ELSE pg_catalog.format('%s REVOKE %s ON %s FROM %s', c.target, c.privileges, c.keyword, c.grantee)
       END AS definition
FROM changed AS c
