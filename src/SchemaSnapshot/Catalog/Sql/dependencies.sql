-- What needs what among the user's objects, as PostgreSQL records it; subid is the number of a column. What is only a part of another
-- object stands for itself here: see parts.sql. What a schema holds needs no mention.
-- https://www.postgresql.org/docs/current/catalog-pg-depend.html
WITH need AS MATERIALIZED (
    SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid
    FROM pg_catalog.pg_depend AS d
    WHERE d.objid >= 16384 AND d.refobjid >= 16384
      -- Automatic dependencies are those on the owner, but for a trigger's second table, a publication's tables, and, before
      -- PostgreSQL 15, what a generated column needs.
      AND (d.deptype = 'n'
           OR d.deptype = 'a' AND d.classid IN ('pg_catalog.pg_trigger'::pg_catalog.regclass, 'pg_catalog.pg_publication_rel'::pg_catalog.regclass)
           OR d.deptype = 'a' AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid > 0 AND d.refobjid <> d.objid)
      AND d.refclassid <> 'pg_catalog.pg_namespace'::pg_catalog.regclass
), whole AS (
    SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid
    FROM need AS d
    WHERE d.classid NOT IN ('pg_catalog.pg_attrdef'::pg_catalog.regclass, 'pg_catalog.pg_publication_rel'::pg_catalog.regclass)
    UNION ALL
    -- A default stands for its column.
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, f.adrelid, f.adnum, d.refclassid, d.refobjid
    FROM need AS d
    JOIN pg_catalog.pg_attrdef AS f ON f.oid = d.objid AND d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
    UNION ALL
    -- A publication's table stands for the publication.
    SELECT 'pg_catalog.pg_publication'::pg_catalog.regclass, p.prpubid, 0, d.refclassid, d.refobjid
    FROM need AS d
    JOIN pg_catalog.pg_publication_rel AS p ON p.oid = d.objid AND d.classid = 'pg_catalog.pg_publication_rel'::pg_catalog.regclass
)
-- A view names each column that it uses.
SELECT DISTINCT
       u.classid::pg_catalog.regclass::pg_catalog.text AS catalog,
       u.objid::pg_catalog.int8 AS oid,
       u.objsubid AS subid,
       u.refclassid::pg_catalog.regclass::pg_catalog.text AS ref_catalog,
       u.refobjid::pg_catalog.int8 AS ref_oid
FROM whole AS u
