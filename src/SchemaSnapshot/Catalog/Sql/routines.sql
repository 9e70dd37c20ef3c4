-- Functions, procedures and window functions.
-- https://www.postgresql.org/docs/current/catalog-pg-proc.html
SELECT 'pg_proc' AS catalog,
       p.oid::int8 AS oid,
       n.nspname::text AS schema_name,
       p.proname::text AS name,
       p.proname || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')' AS signature,
       p.prokind::text AS kind,
       pg_catalog.pg_get_function_arguments(p.oid) AS arguments,
       pg_catalog.pg_get_function_result(p.oid) AS result,
       l.lanname::text AS language,
       CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END AS volatility,
       p.prosecdef AS security_definer,
       p.proisstrict AS strict,
       p.proleakproof AS leakproof,
       CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' END AS parallel,
       pg_catalog.array_to_string(p.proconfig, ', ') AS configuration,
       pg_catalog.pg_get_functiondef(p.oid) AS definition
FROM pg_catalog.pg_proc AS p
JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang
WHERE p.oid >= 16384 AND p.prokind IN ('f', 'p', 'w')
  -- The constructors of a range type come and go with it.
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS i WHERE i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND i.objid = p.oid AND i.deptype = 'i')
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND e.objid = p.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
