-- A number for the versions of all rows that the server's deparser looks names up in. It looks at the rows of now, not at those of the
-- transaction's snapshot: a definition may name what came later. It cannot where the number is the same before and after. What a row of pg_class
-- is called counts, not its version, which TRUNCATE changes, too; temporary objects, and roles that are named
-- nowhere in the database, come and go all the time and are in no definition.
-- https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-CATALOG
WITH temporary AS (
    SELECT c.oid FROM pg_catalog.pg_class AS c WHERE c.relpersistence = 't'
),
lasting AS (
    SELECT n.oid FROM pg_catalog.pg_namespace AS n WHERE n.nspname !~ '^pg_(toast_)?temp_'
),
here AS (
    SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database()
),
named AS (
    SELECT s.refobjid AS oid FROM pg_catalog.pg_shdepend AS s JOIN here AS h ON h.oid = s.dbid OR (s.dbid = 0 AND s.objid = h.oid)
    WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
)
SELECT pg_catalog.concat_ws(' ', pg_catalog.count(*), pg_catalog.sum(whole.version)) AS number
FROM (
    SELECT pg_catalog.hashtextextended(
               c.relname::pg_catalog.text COLLATE pg_catalog."C",
               (c.oid::pg_catalog.int8 << 32) + c.relnamespace::pg_catalog.int8) AS version
    FROM pg_catalog.pg_class AS c
    WHERE c.oid >= 16384 AND c.relpersistence <> 't'
    UNION ALL
    SELECT x.xmin::pg_catalog.text::pg_catalog.int8 FROM pg_catalog.pg_attribute AS x
    WHERE x.attrelid >= 16384 AND x.attnum > 0 AND x.attrelid NOT IN (SELECT t.oid FROM temporary AS t)
    UNION ALL
    SELECT x.xmin::pg_catalog.text::pg_catalog.int8 FROM pg_catalog.pg_index AS x
    WHERE x.indexrelid >= 16384 AND x.indexrelid NOT IN (SELECT t.oid FROM temporary AS t)
    UNION ALL
    SELECT x.xmin::pg_catalog.text::pg_catalog.int8 FROM pg_catalog.pg_trigger AS x
    WHERE x.tgrelid NOT IN (SELECT t.oid FROM temporary AS t)
    UNION ALL
    SELECT x.xmin::pg_catalog.text::pg_catalog.int8 FROM pg_catalog.pg_constraint AS x
    WHERE x.connamespace IN (SELECT l.oid FROM lasting AS l)
    UNION ALL
    SELECT x.xmin::pg_catalog.text::pg_catalog.int8 FROM pg_catalog.pg_type AS x
    WHERE x.oid >= 16384 AND x.typnamespace IN (SELECT l.oid FROM lasting AS l)
    UNION ALL
    SELECT x.xmin::pg_catalog.text::pg_catalog.int8 FROM pg_catalog.pg_namespace AS x
    WHERE x.oid IN (SELECT l.oid FROM lasting AS l)
    UNION ALL SELECT x.xmin::pg_catalog.text::pg_catalog.int8 FROM pg_catalog.pg_enum AS x
    UNION ALL SELECT x.xmin::pg_catalog.text::pg_catalog.int8 FROM pg_catalog.pg_proc AS x WHERE x.oid >= 16384
    UNION ALL SELECT x.xmin::pg_catalog.text::pg_catalog.int8 FROM pg_catalog.pg_operator AS x WHERE x.oid >= 16384
    UNION ALL SELECT x.xmin::pg_catalog.text::pg_catalog.int8 FROM pg_catalog.pg_opclass AS x WHERE x.oid >= 16384
    UNION ALL SELECT x.xmin::pg_catalog.text::pg_catalog.int8 FROM pg_catalog.pg_collation AS x WHERE x.oid >= 16384
    UNION ALL SELECT x.xmin::pg_catalog.text::pg_catalog.int8 FROM pg_catalog.pg_statistic_ext AS x
    UNION ALL SELECT pg_catalog.hashtextextended(ROW(r.oid, r.rolname)::pg_catalog.text COLLATE pg_catalog."C", 1) FROM pg_catalog.pg_roles AS r
    WHERE r.oid < 16384 OR r.oid IN (SELECT n.oid FROM named AS n)
) AS whole
