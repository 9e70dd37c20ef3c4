-- How many of the user's objects there are of each kind that a snapshot does not hold.
-- https://www.postgresql.org/docs/current/catalogs-overview.html
WITH object AS (
    SELECT 'base type' AS kind, t.oid, 'pg_catalog.pg_type'::pg_catalog.regclass AS catalog, t.typnamespace AS namespace
    FROM pg_catalog.pg_type AS t
    WHERE t.typtype = 'b' AND NOT EXISTS (SELECT FROM pg_catalog.pg_type AS a WHERE a.typarray = t.oid) -- arrays are base types, too
    UNION ALL
    SELECT 'shell type', t.oid, 'pg_catalog.pg_type'::pg_catalog.regclass, t.typnamespace FROM pg_catalog.pg_type AS t WHERE NOT t.typisdefined
    UNION ALL
    SELECT 'operator class', c.oid, 'pg_catalog.pg_opclass'::pg_catalog.regclass, c.opcnamespace FROM pg_catalog.pg_opclass AS c
    UNION ALL
    SELECT 'operator family', f.oid, 'pg_catalog.pg_opfamily'::pg_catalog.regclass, f.opfnamespace FROM pg_catalog.pg_opfamily AS f
    UNION ALL
    SELECT 'conversion', c.oid, 'pg_catalog.pg_conversion'::pg_catalog.regclass, c.connamespace FROM pg_catalog.pg_conversion AS c
    UNION ALL
    SELECT 'text search parser', p.oid, 'pg_catalog.pg_ts_parser'::pg_catalog.regclass, p.prsnamespace FROM pg_catalog.pg_ts_parser AS p
    UNION ALL
    SELECT 'text search template', t.oid, 'pg_catalog.pg_ts_template'::pg_catalog.regclass, t.tmplnamespace FROM pg_catalog.pg_ts_template AS t
    UNION ALL
    SELECT 'access method', a.oid, 'pg_catalog.pg_am'::pg_catalog.regclass, NULL FROM pg_catalog.pg_am AS a
    UNION ALL
    SELECT 'procedural language', l.oid, 'pg_catalog.pg_language'::pg_catalog.regclass, NULL FROM pg_catalog.pg_language AS l
    UNION ALL
    SELECT 'transform', t.oid, 'pg_catalog.pg_transform'::pg_catalog.regclass, NULL FROM pg_catalog.pg_transform AS t
)
SELECT o.kind, pg_catalog.count(*) AS count
FROM object AS o
LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = o.namespace
WHERE o.oid >= 16384
  AND (n.oid IS NULL OR n.nspname <> 'information_schema' AND n.nspname !~ '^pg_')
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = o.catalog AND e.objid = o.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
GROUP BY o.kind
UNION ALL
-- What cannot be the member of an extension.
SELECT 'large object', pg_catalog.count(*) FROM pg_catalog.pg_largeobject_metadata HAVING pg_catalog.count(*) > 0
UNION ALL
SELECT 'security label', pg_catalog.count(*) FROM pg_catalog.pg_seclabel HAVING pg_catalog.count(*) > 0
UNION ALL
SELECT 'subscription', pg_catalog.count(*)
FROM pg_catalog.pg_subscription AS s
JOIN pg_catalog.pg_database AS d ON d.oid = s.subdbid AND d.datname = pg_catalog.current_database()
HAVING pg_catalog.count(*) > 0
UNION ALL
SELECT 'user mapping', pg_catalog.count(*) FROM pg_catalog.pg_user_mappings HAVING pg_catalog.count(*) > 0
