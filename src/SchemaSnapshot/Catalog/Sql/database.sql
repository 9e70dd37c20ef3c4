-- The database itself.
-- https://www.postgresql.org/docs/current/catalog-pg-database.html
SELECT 'pg_database' AS catalog,
       d.oid::int8 AS oid,
       d.datname::text AS name,
       pg_catalog.split_part(pg_catalog.current_setting('server_version'), ' ', 1) AS server_version
FROM pg_catalog.pg_database AS d
WHERE d.datname = pg_catalog.current_database()
