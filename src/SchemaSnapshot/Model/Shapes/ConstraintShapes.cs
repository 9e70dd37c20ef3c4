namespace SchemaSnapshot.Model;

/// <summary>The shapes of <see cref="Constraint"/> and <see cref="ForeignKey"/>.</summary>
internal static class ConstraintShapes
{
    public static Shape<Constraint> PrimaryKey { get; } = Of("primary key");

    public static Shape<Constraint> Unique { get; } = Of("unique constraint");

    public static Shape<Constraint> Check { get; } = Of("check constraint");

    public static Shape<Constraint> Exclusion { get; } = Of("exclusion constraint");

    public static Shape<Constraint> NotNull { get; } = Of("not-null constraint");

    public static Shape<Constraint> Domain { get; } = Of("domain constraint");

    public static Shape<ForeignKey> ForeignKey { get; } = new(
        "foreign key",
        new ForeignKey { Name = "", Columns = [], ForeignSchema = "", ForeignTable = "", ForeignColumns = [], Definition = "" },
        new TextField<ForeignKey>("name", k => k.Name, (k, v) => k with { Name = v! }) { IsRequired = true },
        new NamesField<ForeignKey>("columns", k => k.Columns, (k, v) => k with { Columns = v }) { IsRequired = true },
        new TextField<ForeignKey>("foreign_schema", k => k.ForeignSchema, (k, v) => k with { ForeignSchema = v! }) { IsRequired = true },
        new TextField<ForeignKey>("foreign_table", k => k.ForeignTable, (k, v) => k with { ForeignTable = v! }) { IsRequired = true },
        new NamesField<ForeignKey>("foreign_columns", k => k.ForeignColumns, (k, v) => k with { ForeignColumns = v }) { IsRequired = true },
        new TextField<ForeignKey>("on_delete", k => k.OnDelete, (k, v) => k with { OnDelete = v }),
        new NamesField<ForeignKey>("on_delete_columns", k => k.OnDeleteColumns, (k, v) => k with { OnDeleteColumns = v }),
        new TextField<ForeignKey>("on_update", k => k.OnUpdate, (k, v) => k with { OnUpdate = v }),
        new TextField<ForeignKey>("match", k => k.Match, (k, v) => k with { Match = v }),
        new FlagField<ForeignKey>("period", k => k.Period, (k, v) => k with { Period = v }),
        new FlagField<ForeignKey>("deferrable", k => k.Deferrable, (k, v) => k with { Deferrable = v }),
        new FlagField<ForeignKey>("initially_deferred", k => k.InitiallyDeferred, (k, v) => k with { InitiallyDeferred = v }),
        new FlagField<ForeignKey>("not_valid", k => k.NotValid, (k, v) => k with { NotValid = v }),
        new FlagField<ForeignKey>("not_enforced", k => k.NotEnforced, (k, v) => k with { NotEnforced = v }),
        new FlagField<ForeignKey>("inherited", k => k.Inherited, (k, v) => k with { Inherited = v }),
        new TextField<ForeignKey>("definition", k => k.Definition, (k, v) => k with { Definition = v! }) { IsRequired = true },
        new TextField<ForeignKey>("comment", k => k.Comment, (k, v) => k with { Comment = v }));

    private static Shape<Constraint> Of(string kind) => new(
        kind,
        new Constraint { Name = "", Definition = "" },
        new TextField<Constraint>("name", c => c.Name, (c, v) => c with { Name = v! }) { IsRequired = true },
        new NamesField<Constraint>("columns", c => c.Columns, (c, v) => c with { Columns = v }),
        new NamesField<Constraint>("include", c => c.Include, (c, v) => c with { Include = v }),
        new FlagField<Constraint>("nulls_not_distinct", c => c.NullsNotDistinct, (c, v) => c with { NullsNotDistinct = v }),
        new FlagField<Constraint>("without_overlaps", c => c.WithoutOverlaps, (c, v) => c with { WithoutOverlaps = v }),
        new FlagField<Constraint>("deferrable", c => c.Deferrable, (c, v) => c with { Deferrable = v }),
        new FlagField<Constraint>("initially_deferred", c => c.InitiallyDeferred, (c, v) => c with { InitiallyDeferred = v }),
        new FlagField<Constraint>("not_valid", c => c.NotValid, (c, v) => c with { NotValid = v }),
        new FlagField<Constraint>("not_enforced", c => c.NotEnforced, (c, v) => c with { NotEnforced = v }),
        new FlagField<Constraint>("no_inherit", c => c.NoInherit, (c, v) => c with { NoInherit = v }),
        new FlagField<Constraint>("inherited", c => c.Inherited, (c, v) => c with { Inherited = v }),
        new TextField<Constraint>("options", c => c.Options, (c, v) => c with { Options = v }),
        new TextField<Constraint>("tablespace", c => c.Tablespace, (c, v) => c with { Tablespace = v }),
        new TextField<Constraint>("definition", c => c.Definition, (c, v) => c with { Definition = v! }) { IsRequired = true },
        new TextField<Constraint>("comment", c => c.Comment, (c, v) => c with { Comment = v }),
        ReferenceShapes.DependsOn<Constraint>(c => c.DependsOn, (c, v) => c with { DependsOn = v }));
}
