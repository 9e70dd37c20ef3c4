namespace SchemaSnapshot.DatabaseTests.Structured;

/// <summary>What holds of types, routines and triggers.</summary>
internal static class TypeAndRoutineTruths
{
    public static IEnumerable<Truth> All { get; } =
    [
        new("enum labels",
            """
            SELECT concat_ws(' ', enumtypid::regtype, row_number() OVER (PARTITION BY enumtypid ORDER BY enumsortorder), enumlabel)
            FROM pg_enum
            """,
            snapshot =>
                from schema in snapshot.Schemas
                from type in schema.Enums
                from label in type.Labels.Select((name, i) => $"{i + 1} {name}")
                select $"{schema.Name}.{type.Name} {label}"),
        new("domains",
            """
            SELECT concat_ws(' ', n.nspname || '.' || t.typname, format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.typdefault)
            FROM pg_type AS t JOIN user_schemas AS n ON n.oid = t.typnamespace
            WHERE t.typtype = 'd' AND t.oid NOT IN (SELECT objid FROM extension_members)
            """,
            snapshot =>
                from schema in snapshot.Schemas
                from type in schema.Domains
                select $"{schema.Name}.{type.Name} {type.Type} {(type.Nullable ? 'f' : 't')} {type.Default}".TrimEnd()),
        new("domain constraints",
            """
            SELECT concat_ws(' ', n.nspname || '.' || t.typname, k.conname, pg_get_constraintdef(k.oid))
            FROM pg_constraint AS k JOIN pg_type AS t ON t.oid = k.contypid JOIN user_schemas AS n ON n.oid = t.typnamespace
            WHERE k.contype = 'c' AND t.oid NOT IN (SELECT objid FROM extension_members)
            """,
            snapshot =>
                from schema in snapshot.Schemas
                from type in schema.Domains
                from constraint in type.Constraints
                select $"{schema.Name}.{type.Name} {constraint.Name} {constraint.Definition}"),
        new("ranges",
            "SELECT concat_ws(' ', rngtypid::regtype, rngsubtype::regtype) FROM pg_range WHERE rngtypid >= 16384",
            snapshot => from schema in snapshot.Schemas from type in schema.RangeTypes select $"{schema.Name}.{type.Name} {type.Subtype}"),
        new("routines",
            """
            SELECT concat_ws(' ', p.prokind, p.oid::regprocedure, pg_get_function_arguments(p.oid), '->', pg_get_function_result(p.oid), obj_description(p.oid, 'pg_proc'))
            FROM pg_proc AS p JOIN user_schemas AS n ON n.oid = p.pronamespace
            WHERE p.oid NOT IN (SELECT objid FROM extension_members)
            """,
            snapshot =>
                from schema in snapshot.Schemas
                from routines in new[] { ("f", schema.Functions), ("p", schema.Procedures), ("a", schema.Aggregates), ("w", schema.WindowFunctions) }
                from routine in routines.Item2
                let said = new[] { routines.Item1, $"{schema.Name}.{routine.Signature.Replace(", ", ",", StringComparison.Ordinal)}", routine.Arguments, "->", routine.Result, routine.Comment }
                select string.Join(' ', said.OfType<string>())),
        new("definitions of routines",
            """
            SELECT pg_get_functiondef(p.oid) FROM pg_proc AS p JOIN user_schemas AS n ON n.oid = p.pronamespace
            WHERE p.prokind <> 'a' AND p.oid NOT IN (SELECT objid FROM extension_members)
            """,
            snapshot =>
                from schema in snapshot.Schemas
                from routine in schema.Functions.Concat(schema.Procedures).Concat(schema.WindowFunctions)
                select routine.Definition),
        new("triggers",
            "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal AND tgparentid = 0",
            snapshot =>
                from schema in snapshot.Schemas
                from relation in schema.Relations
                from item in relation.Objects
                where item.Kind.Id == "triggers"
                select item.Definition),
        new("extensions",
            "SELECT extname FROM pg_extension WHERE extname <> 'plpgsql'",
            snapshot => from item in snapshot.Objects where item.Kind.Id == "extensions" select item.Name),
    ];
}
