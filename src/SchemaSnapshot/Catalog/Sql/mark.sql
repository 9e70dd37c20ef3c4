-- A number for the content of all catalogs that the other queries read: as long as it stays the same, so do their answers. What statistics,
-- VACUUM and TRUNCATE change in pg_class is left out, and roles that are named nowhere in the database, which come and go on some servers; a
-- temporary table, even of another session, makes it another number.
-- https://www.postgresql.org/docs/current/catalogs.html
WITH here AS (
    SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database()
),
named AS (
    SELECT s.refobjid AS oid FROM pg_catalog.pg_shdepend AS s JOIN here AS h ON h.oid = s.dbid OR (s.dbid = 0 AND s.objid = h.oid)
    WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
)
SELECT pg_catalog.sum(whole.number)::pg_catalog.text AS number
FROM (
SELECT pg_catalog.hashtextextended(lines.line COLLATE pg_catalog."C", lines.seed) AS number
FROM (
    SELECT 0 AS seed,
           ROW(c.oid, c.relname, c.relnamespace, c.reltype, c.reloftype, c.relowner, c.relam, c.reltablespace, c.reltoastrelid, c.relpersistence,
               c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relispopulated, c.relreplident, c.relispartition, c.relacl, c.reloptions,
               c.relpartbound)::pg_catalog.text AS line
    FROM pg_catalog.pg_class AS c
    WHERE c.oid >= 16384
    UNION ALL SELECT 1, x::pg_catalog.text FROM pg_catalog.pg_attribute AS x WHERE x.attrelid >= 16384 AND x.attnum > 0
    UNION ALL SELECT 2, x::pg_catalog.text FROM pg_catalog.pg_attrdef AS x
    UNION ALL SELECT 3, x::pg_catalog.text FROM pg_catalog.pg_constraint AS x WHERE x.oid >= 16384
    UNION ALL SELECT 4, x::pg_catalog.text FROM pg_catalog.pg_index AS x WHERE x.indexrelid >= 16384
    UNION ALL SELECT 5, x::pg_catalog.text FROM pg_catalog.pg_inherits AS x
    UNION ALL SELECT 6, x::pg_catalog.text FROM pg_catalog.pg_sequence AS x
    UNION ALL SELECT 7, x::pg_catalog.text FROM pg_catalog.pg_type AS x WHERE x.oid >= 16384
    UNION ALL SELECT 8, x::pg_catalog.text FROM pg_catalog.pg_enum AS x
    UNION ALL SELECT 9, x::pg_catalog.text FROM pg_catalog.pg_range AS x WHERE x.rngtypid >= 16384
    UNION ALL SELECT 10, x::pg_catalog.text FROM pg_catalog.pg_proc AS x WHERE x.oid >= 16384
    UNION ALL SELECT 11, x::pg_catalog.text FROM pg_catalog.pg_aggregate AS x WHERE x.aggfnoid::oid >= 16384
    UNION ALL SELECT 12, x::pg_catalog.text FROM pg_catalog.pg_operator AS x WHERE x.oid >= 16384
    UNION ALL SELECT 13, x::pg_catalog.text FROM pg_catalog.pg_opclass AS x WHERE x.oid >= 16384
    UNION ALL SELECT 14, x::pg_catalog.text FROM pg_catalog.pg_opfamily AS x WHERE x.oid >= 16384
    UNION ALL SELECT 15, x::pg_catalog.text FROM pg_catalog.pg_cast AS x WHERE x.oid >= 16384
    UNION ALL SELECT 16, x::pg_catalog.text FROM pg_catalog.pg_collation AS x WHERE x.oid >= 16384
    UNION ALL SELECT 17, x::pg_catalog.text FROM pg_catalog.pg_rewrite AS x WHERE x.oid >= 16384
    UNION ALL SELECT 18, x::pg_catalog.text FROM pg_catalog.pg_trigger AS x
    UNION ALL SELECT 19, x::pg_catalog.text FROM pg_catalog.pg_event_trigger AS x
    UNION ALL SELECT 20, x::pg_catalog.text FROM pg_catalog.pg_policy AS x
    UNION ALL SELECT 21, x::pg_catalog.text FROM pg_catalog.pg_statistic_ext AS x
    UNION ALL SELECT 22, x::pg_catalog.text FROM pg_catalog.pg_publication AS x
    UNION ALL SELECT 23, x::pg_catalog.text FROM pg_catalog.pg_publication_rel AS x
    UNION ALL SELECT 24, x::pg_catalog.text FROM pg_catalog.pg_foreign_data_wrapper AS x
    UNION ALL SELECT 25, x::pg_catalog.text FROM pg_catalog.pg_foreign_server AS x
    UNION ALL SELECT 26, x::pg_catalog.text FROM pg_catalog.pg_foreign_table AS x
    UNION ALL SELECT 27, x::pg_catalog.text FROM pg_catalog.pg_ts_config AS x WHERE x.oid >= 16384
    UNION ALL SELECT 28, x::pg_catalog.text FROM pg_catalog.pg_ts_config_map AS x WHERE x.mapcfg >= 16384
    UNION ALL SELECT 29, x::pg_catalog.text FROM pg_catalog.pg_ts_dict AS x WHERE x.oid >= 16384
    UNION ALL SELECT 30, x::pg_catalog.text FROM pg_catalog.pg_ts_template AS x WHERE x.oid >= 16384
    UNION ALL SELECT 31, x::pg_catalog.text FROM pg_catalog.pg_extension AS x
    UNION ALL SELECT 32, x::pg_catalog.text FROM pg_catalog.pg_namespace AS x
    UNION ALL SELECT 33, x::pg_catalog.text FROM pg_catalog.pg_default_acl AS x
    UNION ALL SELECT 34, x::pg_catalog.text FROM pg_catalog.pg_am AS x WHERE x.oid >= 16384
    UNION ALL SELECT 35, x::pg_catalog.text FROM pg_catalog.pg_language AS x
    UNION ALL SELECT 37, x::pg_catalog.text FROM pg_catalog.pg_description AS x WHERE x.objoid >= 16384 OR x.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
    UNION ALL SELECT 38, ROW(d.datname, d.datdba, d.datacl)::pg_catalog.text FROM pg_catalog.pg_database AS d JOIN here AS h ON h.oid = d.oid
    UNION ALL SELECT 39, x::pg_catalog.text FROM pg_catalog.pg_shdescription AS x JOIN here AS h ON h.oid = x.objoid
    UNION ALL SELECT 40, ROW(r.oid, r.rolname)::pg_catalog.text FROM pg_catalog.pg_roles AS r WHERE r.oid < 16384 OR r.oid IN (SELECT n.oid FROM named AS n)
    UNION ALL SELECT 41, ROW(t.oid, t.spcname)::pg_catalog.text FROM pg_catalog.pg_tablespace AS t
    UNION ALL SELECT 42, pg_catalog.version()
) AS lines
-- Column by column, without a text in between: of these there are more than of all others.
UNION ALL SELECT pg_catalog.hashcharextended(x.deptype, pg_catalog.hashint4extended(x.refobjsubid, pg_catalog.hashoidextended(x.refobjid,
           pg_catalog.hashoidextended(x.refclassid, pg_catalog.hashint4extended(x.objsubid, pg_catalog.hashoidextended(x.objid,
           pg_catalog.hashoidextended(x.classid, 36)))))))
FROM pg_catalog.pg_depend AS x
WHERE x.objid >= 16384
) AS whole
