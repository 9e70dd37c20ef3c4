-- Range types with their multirange types (PostgreSQL 14).
-- https://www.postgresql.org/docs/current/catalog-pg-range.html
SELECT 'pg_type' AS catalog,
       t.oid::int8 AS oid,
       t.typarray::int8 AS array_oid,
       n.nspname::text AS schema_name,
       t.typname::text AS name,
       pg_catalog.format_type(r.rngsubtype, NULL) AS subtype,
       CASE WHEN NOT o.opcdefault
            THEN CASE WHEN opn.nspname = 'pg_catalog' THEN '' ELSE pg_catalog.quote_ident(opn.nspname) || '.' END
                 || pg_catalog.quote_ident(o.opcname) END AS subtype_operator_class,
       CASE WHEN r.rngcollation <> s.typcollation
            THEN pg_catalog.quote_ident(ln.nspname) || '.' || pg_catalog.quote_ident(l.collname) END AS collation,
       CASE WHEN r.rngcanonical <> 0 THEN r.rngcanonical::pg_catalog.regproc::text END AS canonical,
       CASE WHEN r.rngsubdiff <> 0 THEN r.rngsubdiff::pg_catalog.regproc::text END AS subtype_difference,
       m.typname::text AS multirange,
       m.oid::int8 AS multirange_oid
FROM (VALUES (NULL::oid)) AS absent(rngmultitypid) -- before PostgreSQL 14
CROSS JOIN LATERAL (
    SELECT x.rngtypid, x.rngsubtype, x.rngsubopc, x.rngcollation, x.rngcanonical, x.rngsubdiff, rngmultitypid
    FROM pg_catalog.pg_range AS x
    WHERE x.rngtypid >= 16384
) AS r
JOIN pg_catalog.pg_type AS t ON t.oid = r.rngtypid
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
JOIN pg_catalog.pg_type AS s ON s.oid = r.rngsubtype
JOIN pg_catalog.pg_opclass AS o ON o.oid = r.rngsubopc
JOIN pg_catalog.pg_namespace AS opn ON opn.oid = o.opcnamespace
LEFT JOIN pg_catalog.pg_collation AS l ON l.oid = r.rngcollation
LEFT JOIN pg_catalog.pg_namespace AS ln ON ln.oid = l.collnamespace
LEFT JOIN pg_catalog.pg_type AS m ON m.oid = r.rngmultitypid
WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND e.objid = t.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
