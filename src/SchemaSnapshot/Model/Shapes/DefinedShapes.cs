namespace SchemaSnapshot.Model;

/// <summary>The shape of a <see cref="DefinedObject"/> and the fields that hold objects of each kind.</summary>
internal static class DefinedShapes
{
    private static readonly Shape<ObjectProperty> Property = new(
        "property",
        new ObjectProperty("", ""),
        new TextField<ObjectProperty>("name", p => p.Name, (p, v) => p with { Name = v! }) { IsRequired = true },
        new TextField<ObjectProperty>("value", p => p.Value, (p, v) => p with { Value = v! }) { IsRequired = true });

    /// <summary>One field a kind of the level, in the order of <see cref="DefinedKind.All"/>.</summary>
    public static IEnumerable<Field<T>> Fields<T>(
        DefinedLevel level, Func<T, ValueList<DefinedObject>> get, Func<T, ValueList<DefinedObject>, T> set)
    {
        var layout = level == DefinedLevel.Relation ? PartsLayout.Lines : PartsLayout.NamedLines;
        foreach (var kind in DefinedKind.At(level))
        {
            yield return new PartsField<T, DefinedObject>(
                kind.Key,
                layout,
                Of(kind),
                owner => get(owner).Where(item => item.Kind == kind).ToValueList(),
                (owner, items) => set(owner, get(owner).Where(item => item.Kind != kind).Concat(items).ToValueList()));
        }
    }

    private static Shape<DefinedObject> Of(DefinedKind kind) => new(
        kind.Name,
        new DefinedObject { Kind = kind, Name = "", Definition = "" },
        new TextField<DefinedObject>("name", o => o.Name, (o, v) => o with { Name = v! }) { IsRequired = true },
        new TextField<DefinedObject>("definition", o => o.Definition, (o, v) => o with { Definition = v! }) { IsRequired = true },
        new PartsField<DefinedObject, ObjectProperty>(
            "properties", PartsLayout.Inline, Property, o => o.Properties, (o, v) => o with { Properties = v })
        { IsOrdered = true },
        new TextField<DefinedObject>("comment", o => o.Comment, (o, v) => o with { Comment = v }),
        ReferenceShapes.DependsOn<DefinedObject>(o => o.DependsOn, (o, v) => o with { DependsOn = v }));
}
