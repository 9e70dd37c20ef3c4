using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>Says whether names lead to a part, as a declared rename goes by them.</summary>
internal static class NamedPart
{
    /// <summary>Whether a snapshot has such an object: <c>public</c>, <c>orders</c>, <c>note</c>.</summary>
    public static bool IsIn(DatabaseSnapshot snapshot, List<string> names) => IsIn(snapshot, SnapshotShapes.Database, names);

    /// <summary>Whether a record has such a part.</summary>
    public static bool IsIn<T>(T record, Shape<T> shape, List<string> names)
        where T : class
    {
        var part = new NamedPart<T>(record, names);
        foreach (var field in shape.Fields)
        {
            field.Accept(part);
        }

        return part.IsFound;
    }
}
