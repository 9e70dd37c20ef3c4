namespace SchemaSnapshot.Model;

/// <summary>The shapes of routines and sequences.</summary>
internal static class RoutineShapes
{
    public static Shape<Routine> Function { get; } = Of("function");

    public static Shape<Routine> Procedure { get; } = Of("procedure");

    public static Shape<Routine> Aggregate { get; } = Of("aggregate");

    public static Shape<Routine> WindowFunction { get; } = Of("window function");

    private static Shape<Routine> Of(string kind) => new(
        kind,
        new Routine { Signature = "", Name = "", Language = "", Volatility = "", Definition = "" },
        new TextField<Routine>("signature", r => r.Signature, (r, v) => r with { Signature = v! }) { IsRequired = true },
        new TextField<Routine>("name", r => r.Name, (r, v) => r with { Name = v! }) { IsRequired = true },
        new TextField<Routine>("comment", r => r.Comment, (r, v) => r with { Comment = v }),
        new TextField<Routine>("arguments", r => r.Arguments, (r, v) => r with { Arguments = v! }) { IsRequired = true },
        new TextField<Routine>("result", r => r.Result, (r, v) => r with { Result = v }),
        new TextField<Routine>("language", r => r.Language, (r, v) => r with { Language = v! }) { IsRequired = true },
        new TextField<Routine>("volatility", r => r.Volatility, (r, v) => r with { Volatility = v! }) { IsRequired = true },
        new FlagField<Routine>("security_definer", r => r.SecurityDefiner, (r, v) => r with { SecurityDefiner = v }),
        new FlagField<Routine>("strict", r => r.Strict, (r, v) => r with { Strict = v }),
        new FlagField<Routine>("leakproof", r => r.Leakproof, (r, v) => r with { Leakproof = v }),
        new TextField<Routine>("parallel", r => r.Parallel, (r, v) => r with { Parallel = v }),
        new TextField<Routine>("configuration", r => r.Configuration, (r, v) => r with { Configuration = v }),
        new TextField<Routine>("definition", r => r.Definition, (r, v) => r with { Definition = v! }) { IsRequired = true },
        ReferenceShapes.DependsOn<Routine>(r => r.DependsOn, (r, v) => r with { DependsOn = v }));
}
