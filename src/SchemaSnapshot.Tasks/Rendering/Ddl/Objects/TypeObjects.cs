using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Makes enums, domains, composite and range types.</summary>
internal sealed class TypeObjects(DdlPaths paths, Schema schema)
{
    private readonly ValueList<string> owner = DdlPaths.Schema(schema.Name);

    /// <summary>The types of the schema.</summary>
    public IEnumerable<DdlDraft> All() =>
    [
        .. schema.Enums.Select(type => new DdlDraft(Enum(type))),
        .. schema.Domains.Select(Domain),
        .. schema.CompositeTypes.Select(type => new DdlDraft(Composite(type))),
        .. schema.RangeTypes.Select(Range),
    ];

    private DdlObject Enum(EnumType type)
    {
        var name = SqlText.Name(schema.Name, type.Name);
        var labels = string.Join(",", type.Labels.Select(label => $"\n    {SqlText.Literal(label)}"));
        var list = type.Labels.Count == 0 ? "()" : $"({labels}\n)";
        return Make("enums", "enum", type.Name, type, [], $"DROP TYPE {name}",
            [$"CREATE TYPE {name} AS ENUM {list}", .. CommentSql.IfAny($"TYPE {name}", type.Comment)]);
    }

    private DdlDraft Domain(DomainType type) => new(Domain(type, _ => false))
    {
        Split = circle =>
        {
            var later = type.Constraints.Where(constraint => paths.Needs(constraint.DependsOn).Any(circle.Contains)).ToHashSet();
            return new DdlSplit([Domain(type, later.Contains), .. later.Select(constraint => LateConstraint(type, constraint))]);
        },
    };

    private DdlObject Domain(DomainType type, Func<Constraint, bool> isLate)
    {
        var name = SqlText.Name(schema.Name, type.Name);
        var constraints = type.Constraints.Where(constraint => !isLate(constraint)).ToList();
        return Make("domains", "domain", type.Name, type, [.. type.DependsOn, .. constraints.SelectMany(constraint => constraint.DependsOn)], $"DROP DOMAIN {name}",
        [
            DomainSql.Create(name, type, constraints.Where(constraint => !constraint.NotValid)),
            .. constraints.Where(constraint => constraint.NotValid).Select(constraint => DomainSql.Add(name, constraint)),
            .. CommentSql.IfAny($"DOMAIN {name}", type.Comment),
            .. constraints.SelectMany(constraint => DomainSql.Comment(name, constraint)),
        ]);
    }

    private DdlObject LateConstraint(DomainType type, Constraint constraint)
    {
        var name = SqlText.Name(schema.Name, type.Name);
        var domain = DdlPaths.Part(owner, "domains", type.Name);
        return new DdlObject
        {
            Path = DdlPaths.Part(domain, "constraints", constraint.Name),
            Kind = "domain constraint",
            Name = $"{SqlText.Name(constraint.Name)} on {name}",
            Record = constraint,
            Group = DdlGroup.Type,
            Create = [DomainSql.Add(name, constraint), .. DomainSql.Comment(name, constraint)],
            Drop = $"ALTER DOMAIN {name} DROP CONSTRAINT {SqlText.Name(constraint.Name)}",
            Owner = domain,
            Needs = paths.Needs(constraint.DependsOn, [domain]),
        };
    }

    private DdlObject Composite(CompositeType type)
    {
        var name = SqlText.Name(schema.Name, type.Name);
        var attributes = string.Join(",", type.Attributes.Select(attribute => $"\n    {ColumnSql.NameAndType(attribute)}"));
        var list = type.Attributes.Count == 0 ? "()" : $"({attributes}\n)";
        return Make("composite_types", "composite type", type.Name, type, type.Attributes.SelectMany(attribute => attribute.DependsOn), $"DROP TYPE {name}",
        [
            $"CREATE TYPE {name} AS {list}",
            .. CommentSql.IfAny($"TYPE {name}", type.Comment),
            .. type.Attributes.SelectMany(attribute => CommentSql.IfAny($"COLUMN {name}.{SqlText.Name(attribute.Name)}", attribute.Comment)),
        ]);
    }

    private DdlDraft Range(RangeType type)
    {
        var name = SqlText.Name(schema.Name, type.Name);
        var range = Make("range_types", "range type", type.Name, type, type.DependsOn, $"DROP TYPE {name}",
            [RangeSql(name, type), .. CommentSql.IfAny($"TYPE {name}", type.Comment)]);
        // The canonical function takes the type, and the type names the function: a shell of the type comes first.
        var shell = range with { Path = DdlPaths.Part(range.Path, "shell"), Create = [$"CREATE TYPE {name}"], Needs = [owner], Drop = null, Owner = range.Path };
        return new DdlDraft(range) { Split = _ => new DdlSplit([shell, range with { Needs = [.. range.Needs, shell.Path] }], shell.Path) };
    }

    private string RangeSql(string name, RangeType type)
    {
        string?[] options =
        [
            $"subtype = {type.Subtype}",
            Option("subtype_opclass", type.SubtypeOperatorClass),
            Option("collation", type.Collation),
            Option("canonical", type.Canonical),
            Option("subtype_diff", type.SubtypeDifference),
            Option("multirange_type_name", type.Multirange is null ? null : SqlText.Name(schema.Name, type.Multirange)),
        ];
        return $"CREATE TYPE {name} AS RANGE (\n    {string.Join(",\n    ", options.OfType<string>())}\n)";
    }

    private static string? Option(string key, string? value) => value is null ? null : $"{key} = {value}";

    private DdlObject Make(
        string key, string kind, string name, object record, IEnumerable<ObjectReference> needs, string drop, ValueList<string> create) => new()
        {
            Path = DdlPaths.Part(owner, key, name),
            Kind = kind,
            Name = SqlText.Name(schema.Name, name),
            Record = record,
            Group = DdlGroup.Type,
            Create = create,
            Drop = drop,
            Owner = owner,
            Needs = paths.Needs(needs, [owner]),
        };
}
