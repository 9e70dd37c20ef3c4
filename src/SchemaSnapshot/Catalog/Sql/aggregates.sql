-- Aggregate functions; the server has no function that gives their definition.
-- https://www.postgresql.org/docs/current/catalog-pg-aggregate.html
SELECT 'pg_proc' AS catalog,
       p.oid::int8 AS oid,
       n.nspname::text AS schema_name,
       p.proname::text AS name,
       p.proname || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')' AS signature,
       p.prokind::text AS kind,
       pg_catalog.pg_get_function_arguments(p.oid) AS arguments,
       pg_catalog.pg_get_function_result(p.oid) AS result,
       'internal' AS language,
       CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END AS volatility,
       p.prosecdef AS security_definer,
       p.proisstrict AS strict,
       p.proleakproof AS leakproof,
       CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' END AS parallel,
       pg_catalog.array_to_string(p.proconfig, ', ') AS configuration,
       pg_catalog.format(E'CREATE AGGREGATE %I.%I(%s) (\n    %s\n)', n.nspname, p.proname,
           CASE WHEN p.proargtypes = '' THEN '*' ELSE pg_catalog.pg_get_function_arguments(p.oid) END,
           pg_catalog.concat_ws(E',\n    ',
               'SFUNC = ' || a.aggtransfn::pg_catalog.regproc,
               'STYPE = ' || pg_catalog.format_type(a.aggtranstype, NULL),
               'SSPACE = ' || NULLIF(a.aggtransspace, 0),
               CASE WHEN a.aggfinalfn <> 0 THEN 'FINALFUNC = ' || a.aggfinalfn::pg_catalog.regproc END,
               CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
               CASE WHEN a.aggfinalfn <> 0 AND a.aggfinalmodify <> CASE WHEN a.aggkind = 'n' THEN 'r' ELSE 'w' END::"char"
                    THEN 'FINALFUNC_MODIFY = ' || modify.final END,
               CASE WHEN a.aggcombinefn <> 0 THEN 'COMBINEFUNC = ' || a.aggcombinefn::pg_catalog.regproc END,
               CASE WHEN a.aggserialfn <> 0 THEN 'SERIALFUNC = ' || a.aggserialfn::pg_catalog.regproc END,
               CASE WHEN a.aggdeserialfn <> 0 THEN 'DESERIALFUNC = ' || a.aggdeserialfn::pg_catalog.regproc END,
               'INITCOND = ' || pg_catalog.quote_literal(a.agginitval),
               CASE WHEN a.aggmtransfn <> 0 THEN 'MSFUNC = ' || a.aggmtransfn::pg_catalog.regproc END,
               CASE WHEN a.aggminvtransfn <> 0 THEN 'MINVFUNC = ' || a.aggminvtransfn::pg_catalog.regproc END,
               CASE WHEN a.aggmtranstype <> 0 THEN 'MSTYPE = ' || pg_catalog.format_type(a.aggmtranstype, NULL) END,
               'MSSPACE = ' || NULLIF(a.aggmtransspace, 0),
               CASE WHEN a.aggmfinalfn <> 0 THEN 'MFINALFUNC = ' || a.aggmfinalfn::pg_catalog.regproc END,
               CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
               CASE WHEN a.aggmfinalfn <> 0 AND a.aggmfinalmodify <> CASE WHEN a.aggkind = 'n' THEN 'r' ELSE 'w' END::"char"
                    THEN 'MFINALFUNC_MODIFY = ' || modify.moving_final END,
               'MINITCOND = ' || pg_catalog.quote_literal(a.aggminitval),
               'SORTOP = ' || CASE WHEN o.oid IS NOT NULL
                   THEN 'OPERATOR(' || pg_catalog.quote_ident(opn.nspname) || '.' || o.oprname || ')' END,
               CASE p.proparallel WHEN 's' THEN 'PARALLEL = safe' WHEN 'r' THEN 'PARALLEL = restricted' END,
               CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END)) AS definition
FROM pg_catalog.pg_aggregate AS a
JOIN pg_catalog.pg_proc AS p ON p.oid = a.aggfnoid
JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
LEFT JOIN pg_catalog.pg_operator AS o ON o.oid = a.aggsortop
LEFT JOIN pg_catalog.pg_namespace AS opn ON opn.oid = o.oprnamespace
CROSS JOIN LATERAL (
    SELECT CASE a.aggfinalmodify WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable' ELSE 'read_write' END AS final,
           CASE a.aggmfinalmodify WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable' ELSE 'read_write' END AS moving_final
) AS modify
WHERE p.oid >= 16384
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND e.objid = p.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
