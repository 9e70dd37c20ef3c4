-- Parents of tables, partitions and partitions' indexes, in order.
-- https://www.postgresql.org/docs/current/catalog-pg-inherits.html
SELECT i.inhrelid::int8 AS oid,
       i.inhseqno::int4 AS ordinal,
       i.inhparent::int8 AS parent_oid
FROM pg_catalog.pg_inherits AS i
ORDER BY i.inhrelid, i.inhseqno
