-- What needs what among the user's objects, as PostgreSQL records it; subid is the number of a column.
-- An object that is only a part of another stands for the whole: a view's rule for the view, a default for its column, an array, row or
-- multirange type for the type or relation it comes with, a constraint's index for the constraint, a publication's table for the
-- publication; and where something needs a member of an extension, it needs the extension. What a schema holds needs no mention.
-- https://www.postgresql.org/docs/current/catalog-pg-depend.html
WITH part AS NOT MATERIALIZED ( -- looked up by its index, row by row
    SELECT i.classid, i.objid, i.refclassid, i.refobjid, i.deptype
    FROM pg_catalog.pg_depend AS i
    -- With the number of a column it is the sequence of an identity column or a key of a partitioned table: no part of another object.
    WHERE i.deptype IN ('i', 'e') AND i.objid >= 16384 AND i.refobjid >= 16384 AND i.objsubid = 0 AND i.refobjsubid = 0
), need AS (
    SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid
    FROM pg_catalog.pg_depend AS d
    WHERE d.objid >= 16384 AND d.refobjid >= 16384
      -- Automatic dependencies are those on the owner, but for a trigger's second table and a publication's tables.
      AND (d.deptype = 'n' OR d.deptype = 'a' AND d.classid IN ('pg_catalog.pg_trigger'::pg_catalog.regclass, 'pg_catalog.pg_publication_rel'::pg_catalog.regclass))
      AND d.refclassid <> 'pg_catalog.pg_namespace'::pg_catalog.regclass
), owned AS (
    SELECT COALESCE(o2.refclassid, o1.refclassid, d.classid) AS classid, COALESCE(o2.refobjid, o1.refobjid, d.objid) AS objid, d.objsubid,
           d.refclassid, d.refobjid, d.refobjsubid
    FROM need AS d
    -- The attributes of a composite type keep their relation and number.
    LEFT JOIN part AS o1 ON o1.classid = d.classid AND o1.objid = d.objid AND o1.deptype = 'i' AND d.objsubid = 0
    LEFT JOIN part AS o2 ON o2.classid = o1.refclassid AND o2.objid = o1.refobjid AND o2.deptype = 'i'
    WHERE d.classid NOT IN ('pg_catalog.pg_attrdef'::pg_catalog.regclass, 'pg_catalog.pg_publication_rel'::pg_catalog.regclass)
    UNION ALL
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, f.adrelid, f.adnum, d.refclassid, d.refobjid, d.refobjsubid
    FROM need AS d
    JOIN pg_catalog.pg_attrdef AS f ON f.oid = d.objid AND d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
    UNION ALL
    SELECT 'pg_catalog.pg_publication'::pg_catalog.regclass, p.prpubid, 0, d.refclassid, d.refobjid, d.refobjsubid
    FROM need AS d
    JOIN pg_catalog.pg_publication_rel AS p ON p.oid = d.objid AND d.classid = 'pg_catalog.pg_publication_rel'::pg_catalog.regclass
)
SELECT DISTINCT
       u.classid::pg_catalog.regclass::pg_catalog.text AS catalog,
       u.objid::pg_catalog.int8 AS oid,
       u.objsubid AS subid,
       r.classid::pg_catalog.regclass::pg_catalog.text AS ref_catalog,
       r.objid::pg_catalog.int8 AS ref_oid,
       r.objsubid AS ref_subid
FROM owned AS u
LEFT JOIN part AS r1 ON r1.classid = u.refclassid AND r1.objid = u.refobjid
LEFT JOIN part AS r2 ON r2.classid = r1.refclassid AND r2.objid = r1.refobjid
LEFT JOIN part AS r3 ON r3.classid = r2.refclassid AND r3.objid = r2.refobjid
CROSS JOIN LATERAL (
    SELECT COALESCE(r3.refclassid, r2.refclassid, r1.refclassid, u.refclassid) AS classid,
           COALESCE(r3.refobjid, r2.refobjid, r1.refobjid, u.refobjid) AS objid,
           CASE WHEN r1.objid IS NULL THEN u.refobjsubid ELSE 0 END AS objsubid) AS r
WHERE (u.classid, u.objid) <> (r.classid, r.objid)
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = u.classid AND e.objid = u.objid AND e.deptype = 'e')
