-- Columns of relations and attributes of free-standing composite types.
-- https://www.postgresql.org/docs/current/catalog-pg-attribute.html
SELECT a.attrelid::int8 AS relation_oid,
       a.attnum::int4 AS ordinal,
       a.attname::text AS name,
       NULLIF(pg_catalog.quote_ident(a.attname), a.attname) AS quoted_name, -- where that is another text
       pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
       NOT a.attnotnull AS nullable,
       -- A default names no column: without the relation, the server need not open it.
       CASE WHEN a.attgenerated = '' THEN pg_catalog.pg_get_expr(d.adbin, 0) END AS "default",
       CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END AS identity,
       CASE WHEN a.attgenerated <> '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END AS generated,
       a.attgenerated = 'v' AS virtual,
       CASE WHEN a.attcollation <> t.typcollation
            THEN pg_catalog.quote_ident(ln.nspname) || '.' || pg_catalog.quote_ident(l.collname) END AS collation,
       CASE WHEN a.attstorage <> t.typstorage THEN
           CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' WHEN 'x' THEN 'extended' END
       END AS storage,
       CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
       -- Not set: -1 before PostgreSQL 17, null from then on.
       CASE WHEN a.attstattarget >= 0 THEN a.attstattarget::int4 END AS statistics_target,
       pg_catalog.array_to_string(a.attoptions, ', ') AS options,
       CASE WHEN a.attfdwoptions IS NOT NULL THEN ( -- asked only then: it costs more than all the rest of the row
           SELECT pg_catalog.string_agg(pg_catalog.quote_ident(o.option_name) || ' ' || pg_catalog.quote_literal(o.option_value), ', ' ORDER BY o.option_name COLLATE pg_catalog."C")
           FROM pg_catalog.pg_options_to_table(a.attfdwoptions) AS o)
       END AS foreign_options,
       NOT a.attislocal AS inherited
FROM (VALUES (NULL::"char")) AS absent(attcompression) -- before PostgreSQL 14
CROSS JOIN LATERAL (
    SELECT x.attrelid, x.attnum, x.attname, x.atttypid, x.atttypmod, x.attnotnull, x.attgenerated, x.attidentity,
           x.attcollation, x.attstorage, attcompression, x.attstattarget, x.attoptions, x.attfdwoptions, x.attislocal, x.atthasdef
    FROM pg_catalog.pg_attribute AS x
    WHERE x.attrelid >= 16384 AND x.attnum > 0 AND NOT x.attisdropped
) AS a
JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c')
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
LEFT JOIN pg_catalog.pg_attrdef AS d ON a.atthasdef AND d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN pg_catalog.pg_collation AS l ON l.oid = a.attcollation AND a.attcollation <> t.typcollation
LEFT JOIN pg_catalog.pg_namespace AS ln ON ln.oid = l.collnamespace
WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
