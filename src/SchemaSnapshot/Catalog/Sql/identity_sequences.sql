-- The sequences of identity columns; the column of a partition has none.
-- https://www.postgresql.org/docs/current/catalog-pg-sequence.html
SELECT p.refobjid::int8 AS relation_oid,
       p.refobjsubid::int4 AS ordinal,
       c.relname::text AS name,
       pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS quoted_name,
       pg_catalog.concat_ws(' ',
           CASE WHEN s.seqstart <> CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END THEN 'START WITH ' || s.seqstart END,
           CASE WHEN s.seqincrement <> 1 THEN 'INCREMENT BY ' || s.seqincrement END,
           CASE WHEN s.seqmin <> CASE WHEN s.seqincrement > 0 THEN 1 ELSE bounds.least END THEN 'MINVALUE ' || s.seqmin END,
           CASE WHEN s.seqmax <> CASE WHEN s.seqincrement > 0 THEN bounds.greatest ELSE -1 END THEN 'MAXVALUE ' || s.seqmax END,
           CASE WHEN s.seqcache <> 1 THEN 'CACHE ' || s.seqcache END,
           CASE WHEN s.seqcycle THEN 'CYCLE' END) AS options
FROM pg_catalog.pg_sequence AS s
JOIN pg_catalog.pg_class AS c ON c.oid = s.seqrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_depend AS p
  ON p.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND p.objid = s.seqrelid AND p.deptype = 'i'
 AND p.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
CROSS JOIN LATERAL (
    SELECT CASE s.seqtypid WHEN 21 THEN -32768 WHEN 23 THEN -2147483648 ELSE -9223372036854775808 END AS least,
           CASE s.seqtypid WHEN 21 THEN 32767 WHEN 23 THEN 2147483647 ELSE 9223372036854775807 END AS greatest
) AS bounds
WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
