namespace SchemaSnapshot.Model;

/// <summary>The shapes of an <see cref="Index"/> and its keys.</summary>
internal static class IndexShape
{
    public static Shape<Index> Index { get; } = new(
        "index",
        new Index { Name = "", Method = "", Definition = "" },
        new TextField<Index>("name", i => i.Name, (i, v) => i with { Name = v! }) { IsRequired = true },
        new TextField<Index>("method", i => i.Method, (i, v) => i with { Method = v! }) { IsRequired = true },
        new FlagField<Index>("unique", i => i.Unique, (i, v) => i with { Unique = v }),
        new FlagField<Index>("nulls_not_distinct", i => i.NullsNotDistinct, (i, v) => i with { NullsNotDistinct = v }),
        new PartsField<Index, IndexKey>("keys", PartsLayout.Inline, Key, i => i.Keys, (i, v) => i with { Keys = v }) { IsRequired = true, IsOrdered = true },
        new NamesField<Index>("include", i => i.Include, (i, v) => i with { Include = v }),
        new TextField<Index>("predicate", i => i.Predicate, (i, v) => i with { Predicate = v }),
        new TextField<Index>("options", i => i.Options, (i, v) => i with { Options = v }),
        new TextField<Index>("tablespace", i => i.Tablespace, (i, v) => i with { Tablespace = v }),
        new FlagField<Index>("invalid", i => i.Invalid, (i, v) => i with { Invalid = v }),
        ReferenceShapes.One<Index>("partition_of", i => i.PartitionOf, (i, v) => i with { PartitionOf = v }),
        new TextField<Index>("definition", i => i.Definition, (i, v) => i with { Definition = v! }) { IsRequired = true },
        new TextField<Index>("comment", i => i.Comment, (i, v) => i with { Comment = v }),
        ReferenceShapes.DependsOn<Index>(i => i.DependsOn, (i, v) => i with { DependsOn = v }));

    private static Shape<IndexKey> Key => new(
        "index key",
        new IndexKey(),
        name: null,
        new TextField<IndexKey>("column", k => k.Column, (k, v) => k with { Column = v }),
        new TextField<IndexKey>("expression", k => k.Expression, (k, v) => k with { Expression = v }),
        new TextField<IndexKey>("collation", k => k.Collation, (k, v) => k with { Collation = v }),
        new TextField<IndexKey>("operator_class", k => k.OperatorClass, (k, v) => k with { OperatorClass = v }),
        new TextField<IndexKey>("operator_class_options", k => k.OperatorClassOptions, (k, v) => k with { OperatorClassOptions = v }),
        new FlagField<IndexKey>("descending", k => k.Descending, (k, v) => k with { Descending = v }),
        new TextField<IndexKey>("nulls", k => k.Nulls, (k, v) => k with { Nulls = v }),
        new NumberField<IndexKey>("statistics_target", k => k.StatisticsTarget, (k, v) => k with { StatisticsTarget = v }));
}
