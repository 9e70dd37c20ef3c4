namespace SchemaSnapshot.Model;

/// <summary>The shape of a <see cref="Column"/>.</summary>
internal static class ColumnShape
{
    public static Shape<Column> Column { get; } = new(
        "column",
        new Column { Name = "", Type = "" },
        new TextField<Column>("name", c => c.Name, (c, v) => c with { Name = v! }) { IsRequired = true },
        new TextField<Column>("type", c => c.Type, (c, v) => c with { Type = v! }) { IsRequired = true },
        new FlagField<Column>("nullable", c => c.Nullable, (c, v) => c with { Nullable = v }) { IsRequired = true },
        new TextField<Column>("default", c => c.Default, (c, v) => c with { Default = v }),
        new TextField<Column>("identity", c => c.Identity, (c, v) => c with { Identity = v }),
        new TextField<Column>("identity_options", c => c.IdentityOptions, (c, v) => c with { IdentityOptions = v }),
        new TextField<Column>("generated", c => c.Generated, (c, v) => c with { Generated = v }),
        new FlagField<Column>("virtual", c => c.Virtual, (c, v) => c with { Virtual = v }),
        new TextField<Column>("collation", c => c.Collation, (c, v) => c with { Collation = v }),
        new TextField<Column>("storage", c => c.Storage, (c, v) => c with { Storage = v }),
        new TextField<Column>("compression", c => c.Compression, (c, v) => c with { Compression = v }),
        new NumberField<Column>("statistics_target", c => c.StatisticsTarget, (c, v) => c with { StatisticsTarget = v }),
        new TextField<Column>("options", c => c.Options, (c, v) => c with { Options = v }),
        new TextField<Column>("foreign_options", c => c.ForeignOptions, (c, v) => c with { ForeignOptions = v }),
        new FlagField<Column>("inherited", c => c.Inherited, (c, v) => c with { Inherited = v }),
        new TextField<Column>("comment", c => c.Comment, (c, v) => c with { Comment = v }),
        ReferenceShapes.DependsOn<Column>(c => c.DependsOn, (c, v) => c with { DependsOn = v }));
}
