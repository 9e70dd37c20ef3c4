using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Finds the tablespaces that a snapshot names.</summary>
internal static class TablespaceNames
{
    /// <summary>The one that every server has.</summary>
    private const string Default = "pg_default";

    /// <summary>The names, in ordinal order; without that which every server has.</summary>
    public static IReadOnlyList<string> Of(DatabaseSnapshot snapshot) =>
        [.. snapshot.Schemas.SelectMany(schema => schema.Relations).SelectMany(Of).OfType<string>().Where(name => name != Default).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string?> Of(Relation relation) =>
    [
        relation.Tablespace,
        relation.PrimaryKey?.Tablespace,
        .. relation.UniqueConstraints.Concat(relation.ExclusionConstraints).Select(constraint => constraint.Tablespace),
        .. relation.Indexes.Select(index => index.Tablespace),
    ];
}
