namespace SchemaSnapshot.Model;

/// <summary>The shape of an <see cref="ObjectReference"/> and the fields that hold references.</summary>
internal static class ReferenceShapes
{
    public static Shape<ObjectReference> Reference { get; } = new(
        "reference",
        new ObjectReference("", null, ""),
        name: null,
        new TextField<ObjectReference>("kind", r => r.Kind, (r, v) => r with { Kind = v! }) { IsRequired = true },
        new TextField<ObjectReference>("schema", r => r.Schema, (r, v) => r with { Schema = v }),
        new TextField<ObjectReference>("name", r => r.Name, (r, v) => r with { Name = v! }) { IsRequired = true });

    public static PartField<T, ObjectReference> One<T>(string key, Func<T, ObjectReference?> get, Func<T, ObjectReference?, T> set) =>
        new(key, Reference, get, set);

    public static PartsField<T, ObjectReference> DependsOn<T>(
        Func<T, ValueList<ObjectReference>> get, Func<T, ValueList<ObjectReference>, T> set) =>
        new("depends_on", PartsLayout.Inline, Reference, get, set);
}
