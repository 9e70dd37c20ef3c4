-- Operators, named with the types of their arguments; without those that were only mentioned and never made.
-- https://www.postgresql.org/docs/current/catalog-pg-operator.html
SELECT 'pg_operator' AS catalog,
       o.oid::pg_catalog.int8 AS oid,
       n.nspname::pg_catalog.text AS schema_name,
       NULL::pg_catalog.text AS relation_name,
       pg_catalog.format('%s(%s, %s)', o.oprname,
           CASE o.oprleft WHEN 0 THEN 'NONE' ELSE pg_catalog.format_type(o.oprleft, NULL) END,
           CASE o.oprright WHEN 0 THEN 'NONE' ELSE pg_catalog.format_type(o.oprright, NULL) END) AS name,
       pg_catalog.format('CREATE OPERATOR %I.%s (FUNCTION = %s', n.nspname, o.oprname, o.oprcode::pg_catalog.regproc)
           || CASE o.oprleft WHEN 0 THEN '' ELSE ', LEFTARG = ' || pg_catalog.format_type(o.oprleft, NULL) END
           || CASE o.oprright WHEN 0 THEN '' ELSE ', RIGHTARG = ' || pg_catalog.format_type(o.oprright, NULL) END
           || CASE WHEN co.oid IS NULL THEN '' ELSE pg_catalog.format(', COMMUTATOR = OPERATOR(%I.%s)', cn.nspname, co.oprname) END
           || CASE WHEN ne.oid IS NULL THEN '' ELSE pg_catalog.format(', NEGATOR = OPERATOR(%I.%s)', nn.nspname, ne.oprname) END
           || CASE o.oprrest::pg_catalog.oid WHEN 0 THEN '' ELSE ', RESTRICT = ' || o.oprrest::pg_catalog.text END
           || CASE o.oprjoin::pg_catalog.oid WHEN 0 THEN '' ELSE ', JOIN = ' || o.oprjoin::pg_catalog.text END
           || CASE WHEN o.oprcanhash THEN ', HASHES' ELSE '' END
           || CASE WHEN o.oprcanmerge THEN ', MERGES' ELSE '' END
           || ')' AS definition
FROM pg_catalog.pg_operator AS o
JOIN pg_catalog.pg_namespace AS n ON n.oid = o.oprnamespace
LEFT JOIN (pg_catalog.pg_operator AS co JOIN pg_catalog.pg_namespace AS cn ON cn.oid = co.oprnamespace) ON co.oid = o.oprcom
LEFT JOIN (pg_catalog.pg_operator AS ne JOIN pg_catalog.pg_namespace AS nn ON nn.oid = ne.oprnamespace) ON ne.oid = o.oprnegate
WHERE o.oid >= 16384 AND o.oprcode::pg_catalog.oid <> 0
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass AND e.objid = o.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
