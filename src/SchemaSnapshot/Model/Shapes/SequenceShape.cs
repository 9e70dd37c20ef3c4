namespace SchemaSnapshot.Model;

/// <summary>The shape of a <see cref="Sequence"/>.</summary>
internal static class SequenceShape
{
    public static Shape<Sequence> Sequence { get; } = new(
        "sequence",
        new Sequence { Name = "", Type = "" },
        new TextField<Sequence>("name", s => s.Name, (s, v) => s with { Name = v! }) { IsRequired = true },
        new TextField<Sequence>("type", s => s.Type, (s, v) => s with { Type = v! }) { IsRequired = true },
        new NumberField<Sequence>("start", s => s.Start, (s, v) => s with { Start = v ?? 0 }) { IsRequired = true },
        new NumberField<Sequence>("increment", s => s.Increment, (s, v) => s with { Increment = v ?? 0 }) { IsRequired = true },
        new NumberField<Sequence>("minimum", s => s.Minimum, (s, v) => s with { Minimum = v ?? 0 }) { IsRequired = true },
        new NumberField<Sequence>("maximum", s => s.Maximum, (s, v) => s with { Maximum = v ?? 0 }) { IsRequired = true },
        new NumberField<Sequence>("cache", s => s.Cache, (s, v) => s with { Cache = v ?? 0 }) { IsRequired = true },
        new FlagField<Sequence>("cycle", s => s.Cycle, (s, v) => s with { Cycle = v }),
        new FlagField<Sequence>("unlogged", s => s.Unlogged, (s, v) => s with { Unlogged = v }),
        ReferenceShapes.One<Sequence>("owned_by", s => s.OwnedBy, (s, v) => s with { OwnedBy = v }),
        new TextField<Sequence>("owned_by_column", s => s.OwnedByColumn, (s, v) => s with { OwnedByColumn = v }),
        new TextField<Sequence>("comment", s => s.Comment, (s, v) => s with { Comment = v }));
}
