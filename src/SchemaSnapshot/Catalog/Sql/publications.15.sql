-- Publications since PostgreSQL 15: tables with columns and row filters, and whole schemas.
-- https://www.postgresql.org/docs/current/catalog-pg-publication.html
SELECT 'pg_publication' AS catalog,
       p.oid::pg_catalog.int8 AS oid,
       NULL::pg_catalog.text AS schema_name,
       NULL::pg_catalog.text AS relation_name,
       p.pubname::pg_catalog.text AS name,
       pg_catalog.format('CREATE PUBLICATION %I', p.pubname)
           || CASE WHEN p.puballtables THEN ' FOR ALL TABLES' ELSE COALESCE(' FOR ' || NULLIF(pg_catalog.concat_ws(', ', tables.list, schemas.list), ''), '') END
           || pg_catalog.format(' WITH (publish = %L', pg_catalog.concat_ws(', ',
               CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
               CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END))
           || CASE WHEN p.pubviaroot THEN ', publish_via_partition_root = true' ELSE '' END
           || CASE WHEN p.pubgencols = 's' THEN ', publish_generated_columns = stored' ELSE '' END
           || ')' AS definition
FROM (VALUES (NULL::"char")) AS absent(pubgencols) -- before PostgreSQL 18
CROSS JOIN LATERAL (
    SELECT x.oid, x.pubname, x.puballtables, x.pubinsert, x.pubupdate, x.pubdelete, x.pubtruncate, x.pubviaroot, pubgencols
    FROM pg_catalog.pg_publication AS x) AS p
CROSS JOIN LATERAL (
    SELECT 'TABLE ' || pg_catalog.string_agg(
               pg_catalog.format('ONLY %I.%I', n.nspname, c.relname)
                   || COALESCE(' (' || columns.list || ')', '')
                   || COALESCE(' WHERE (' || pg_catalog.pg_get_expr(r.prqual, r.prrelid) || ')', ''),
               ', ' ORDER BY n.nspname, c.relname) AS list
    FROM pg_catalog.pg_publication_rel AS r
    JOIN pg_catalog.pg_class AS c ON c.oid = r.prrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    CROSS JOIN LATERAL (
        SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attnum) AS list
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs)) AS columns
    WHERE r.prpubid = p.oid) AS tables
CROSS JOIN LATERAL (
    SELECT 'TABLES IN SCHEMA ' || pg_catalog.string_agg(pg_catalog.quote_ident(n.nspname), ', ' ORDER BY n.nspname) AS list
    FROM pg_catalog.pg_publication_namespace AS s
    JOIN pg_catalog.pg_namespace AS n ON n.oid = s.pnnspid
    WHERE s.pnpubid = p.oid) AS schemas
WHERE p.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_publication'::pg_catalog.regclass AND e.objid = p.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
