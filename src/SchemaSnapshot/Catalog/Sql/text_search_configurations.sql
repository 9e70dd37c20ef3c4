-- Text search configurations with all their mappings: one statement makes the configuration, one more each token type's mapping.
-- https://www.postgresql.org/docs/current/catalog-pg-ts-config.html
SELECT 'pg_ts_config' AS catalog,
       c.oid::pg_catalog.int8 AS oid,
       n.nspname::pg_catalog.text AS schema_name,
       NULL::pg_catalog.text AS relation_name,
       c.cfgname::pg_catalog.text AS name,
       pg_catalog.format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)', n.nspname, c.cfgname, pn.nspname, p.prsname)
           || COALESCE((
               SELECT pg_catalog.string_agg(
                   pg_catalog.format(E';\nALTER TEXT SEARCH CONFIGURATION %I.%I ADD MAPPING FOR %I WITH %s', n.nspname, c.cfgname, k.alias, m.dictionaries),
                   '' ORDER BY m.maptokentype)
               FROM (
                   SELECT g.maptokentype,
                          pg_catalog.string_agg(pg_catalog.format('%I.%I', dn.nspname, d.dictname), ', ' ORDER BY g.mapseqno) AS dictionaries
                   FROM pg_catalog.pg_ts_config_map AS g
                   JOIN pg_catalog.pg_ts_dict AS d ON d.oid = g.mapdict
                   JOIN pg_catalog.pg_namespace AS dn ON dn.oid = d.dictnamespace
                   WHERE g.mapcfg = c.oid
                   GROUP BY g.maptokentype) AS m
               JOIN pg_catalog.ts_token_type(c.cfgparser) AS k ON k.tokid = m.maptokentype), '') AS definition
FROM pg_catalog.pg_ts_config AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.cfgnamespace
JOIN pg_catalog.pg_ts_parser AS p ON p.oid = c.cfgparser
JOIN pg_catalog.pg_namespace AS pn ON pn.oid = p.prsnamespace
WHERE c.oid >= 16384
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_ts_config'::pg_catalog.regclass AND e.objid = c.oid AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e')
