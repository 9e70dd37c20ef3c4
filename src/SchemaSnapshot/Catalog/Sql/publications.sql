-- Publications, before PostgreSQL 15: whole tables only.
-- https://www.postgresql.org/docs/current/catalog-pg-publication.html
SELECT 'pg_publication' AS catalog,
       p.oid::pg_catalog.int8 AS oid,
       NULL::pg_catalog.text AS schema_name,
       NULL::pg_catalog.text AS relation_name,
       p.pubname::pg_catalog.text AS name,
       pg_catalog.format('CREATE PUBLICATION %I', p.pubname)
           || CASE WHEN p.puballtables THEN ' FOR ALL TABLES' ELSE COALESCE((
               SELECT ' FOR TABLE ' || pg_catalog.string_agg(pg_catalog.format('ONLY %I.%I', n.nspname, c.relname), ', ' ORDER BY n.nspname, c.relname)
               FROM pg_catalog.pg_publication_rel AS r
               JOIN pg_catalog.pg_class AS c ON c.oid = r.prrelid
               JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
               WHERE r.prpubid = p.oid), '') END
           || pg_catalog.format(' WITH (publish = %L', pg_catalog.concat_ws(', ',
               CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
               CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END))
           || CASE WHEN p.pubviaroot THEN ', publish_via_partition_root = true' ELSE '' END
           || ')' AS definition
FROM pg_catalog.pg_publication AS p
WHERE p.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_publication'::pg_catalog.regclass AND e.objid = p.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
