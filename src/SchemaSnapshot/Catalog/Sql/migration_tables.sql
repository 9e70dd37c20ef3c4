-- Tables that are called as a migration tool's, and whether all their rows are shown to the role. Asked for where their state is.
-- https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-ACCESS-TABLE
SELECT 'pg_class' AS catalog,
       c.oid::int8 AS oid,
       n.nspname::text AS schema_name,
       c.relname::text AS name,
       pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS quoted_name,
       COALESCE(pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT'), false)
           AND NOT pg_catalog.row_security_active(c.oid) AS is_readable
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.oid >= 16384 AND c.relkind = 'r'
  AND pg_catalog.lower(c.relname) IN (
      '__efmigrationshistory', '__ef_migrations_history', 'flyway_schema_history', 'schema_version', 'databasechangelog', 'alembic_version',
      'schemaversions', 'changelog', 'versioninfo', '_prisma_migrations', 'goose_db_version', 'schema_migrations')
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
