-- Labels of enum types, in their sort order.
-- https://www.postgresql.org/docs/current/catalog-pg-enum.html
SELECT l.enumtypid::int8 AS type_oid,
       pg_catalog.row_number() OVER (PARTITION BY l.enumtypid ORDER BY l.enumsortorder) AS ordinal,
       l.enumlabel::text AS label
FROM pg_catalog.pg_enum AS l
