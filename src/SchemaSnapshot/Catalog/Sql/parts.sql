-- What is only a part of another of the user's objects, or a member of an extension: a view's rule, an array, row or multirange type,
-- a constraint's index.
-- https://www.postgresql.org/docs/current/catalog-pg-depend.html
SELECT d.classid::pg_catalog.regclass::pg_catalog.text AS catalog,
       d.objid::pg_catalog.int8 AS oid,
       d.refclassid::pg_catalog.regclass::pg_catalog.text AS whole_catalog,
       d.refobjid::pg_catalog.int8 AS whole_oid,
       d.deptype = 'e' AS is_member
FROM pg_catalog.pg_depend AS d
WHERE d.deptype IN ('i', 'e') AND d.objid >= 16384 AND d.refobjid >= 16384
  -- With the number of a column it is the sequence of an identity column or a key of a partitioned table: no part of another object.
  AND d.objsubid = 0 AND d.refobjsubid = 0
  -- A foreign key's own triggers: nothing needs them, and they need nothing of the user's.
  AND NOT (d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass AND d.deptype = 'i')
