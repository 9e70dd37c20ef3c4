using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Finds the tablespaces that a snapshot names.</summary>
internal static class TablespaceNames
{
    /// <summary>The names, in ordinal order.</summary>
    public static IReadOnlyList<string> Of(DatabaseSnapshot snapshot) =>
        [.. snapshot.Schemas.SelectMany(schema => schema.Relations).SelectMany(Of).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string?> Of(Relation relation) =>
    [
        relation.Tablespace,
        relation.PrimaryKey?.Tablespace,
        .. relation.UniqueConstraints.Concat(relation.ExclusionConstraints).Select(constraint => constraint.Tablespace),
        .. relation.Indexes.Select(index => index.Tablespace),
    ];
}
