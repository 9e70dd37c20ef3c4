namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>How many rows stand at each end of a relationship.</summary>
internal static class Cardinality
{
    /// <summary>Mermaid's signs, the parent at the left and the child at the right.</summary>
    public static string Signs(Relationship relationship, RelationIndex index)
    {
        // With one column null, PostgreSQL asks for no parent.
        var child = index[relationship.Child];
        var columns = relationship.Key.Columns;
        var mayLackParent = child.Columns.Any(column => column.Nullable && columns.Contains(column.Name));
        // A key within the foreign key's columns lets each parent have one child at most.
        var isUnique = TableKeys.All(child).Any(key => key.Count > 0 && key.All(columns.Contains));
        return $"{(mayLackParent ? "|o" : "||")}--{(isUnique ? "o|" : "o{")}";
    }
}
