namespace SchemaSnapshot.Model;

/// <summary>The shapes of the types that users make.</summary>
internal static class TypeShapes
{
    public static Shape<EnumType> Enum { get; } = new(
        "enum",
        new EnumType { Name = "" },
        new TextField<EnumType>("name", t => t.Name, (t, v) => t with { Name = v! }) { IsRequired = true },
        new TextField<EnumType>("comment", t => t.Comment, (t, v) => t with { Comment = v }),
        new NamesField<EnumType>("labels", t => t.Labels, (t, v) => t with { Labels = v }) { IsRequired = true, OnePerLine = true });

    public static Shape<DomainType> Domain { get; } = new(
        "domain",
        new DomainType { Name = "", Type = "" },
        new TextField<DomainType>("name", t => t.Name, (t, v) => t with { Name = v! }) { IsRequired = true },
        new TextField<DomainType>("comment", t => t.Comment, (t, v) => t with { Comment = v }),
        new TextField<DomainType>("type", t => t.Type, (t, v) => t with { Type = v! }) { IsRequired = true },
        new FlagField<DomainType>("nullable", t => t.Nullable, (t, v) => t with { Nullable = v }) { IsRequired = true },
        new TextField<DomainType>("default", t => t.Default, (t, v) => t with { Default = v }),
        new TextField<DomainType>("collation", t => t.Collation, (t, v) => t with { Collation = v }),
        new PartsField<DomainType, Constraint>("constraints", PartsLayout.Lines, ConstraintShapes.Domain, t => t.Constraints, (t, v) => t with { Constraints = v }),
        ReferenceShapes.DependsOn<DomainType>(t => t.DependsOn, (t, v) => t with { DependsOn = v }));

    public static Shape<CompositeType> Composite { get; } = new(
        "composite type",
        new CompositeType { Name = "" },
        new TextField<CompositeType>("name", t => t.Name, (t, v) => t with { Name = v! }) { IsRequired = true },
        new TextField<CompositeType>("comment", t => t.Comment, (t, v) => t with { Comment = v }),
        new PartsField<CompositeType, Column>("attributes", PartsLayout.Lines, ColumnShape.Column, t => t.Attributes, (t, v) => t with { Attributes = v }) { IsRequired = true, IsOrdered = true });

    public static Shape<RangeType> Range { get; } = new(
        "range type",
        new RangeType { Name = "", Subtype = "" },
        new TextField<RangeType>("name", t => t.Name, (t, v) => t with { Name = v! }) { IsRequired = true },
        new TextField<RangeType>("comment", t => t.Comment, (t, v) => t with { Comment = v }),
        new TextField<RangeType>("subtype", t => t.Subtype, (t, v) => t with { Subtype = v! }) { IsRequired = true },
        new TextField<RangeType>("subtype_operator_class", t => t.SubtypeOperatorClass, (t, v) => t with { SubtypeOperatorClass = v }),
        new TextField<RangeType>("collation", t => t.Collation, (t, v) => t with { Collation = v }),
        new TextField<RangeType>("canonical", t => t.Canonical, (t, v) => t with { Canonical = v }),
        new TextField<RangeType>("subtype_difference", t => t.SubtypeDifference, (t, v) => t with { SubtypeDifference = v }),
        new TextField<RangeType>("multirange", t => t.Multirange, (t, v) => t with { Multirange = v }),
        ReferenceShapes.DependsOn<RangeType>(t => t.DependsOn, (t, v) => t with { DependsOn = v }));
}
