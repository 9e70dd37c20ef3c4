using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>
/// The keys that a query needs: grouping by a primary key lets the other columns stand without aggregate, and <c>ON CONFLICT ON CONSTRAINT</c>
/// names a constraint. A snapshot has dependencies between objects that stand by themselves, not those on a table's constraint.
/// </summary>
internal sealed class KeyNeeds(DdlPaths paths)
{
    /// <summary>The paths of the keys.</summary>
    /// <param name="query">The text that may use them.</param>
    /// <param name="references">What the query depends on.</param>
    public IEnumerable<ValueList<string>> Of(string query, IEnumerable<ObjectReference> references)
    {
        var groups = query.Contains("GROUP BY", StringComparison.OrdinalIgnoreCase);
        var names = query.Contains("ON CONSTRAINT", StringComparison.OrdinalIgnoreCase);
        return !groups && !names
            ? []
            : from reference in references
              where paths.Relation(reference) is not null
              from key in Of(paths.Of(reference)!, paths.Relation(reference)!, names)
              select key;
    }

    private static IEnumerable<ValueList<string>> Of(ValueList<string> table, Relation relation, bool all) =>
    [
        .. relation.PrimaryKey is null ? [] : (IEnumerable<ValueList<string>>)[DdlPaths.Part(table, "primary_key")],
        .. relation.UniqueConstraints.Where(_ => all).Select(constraint => DdlPaths.Part(table, "unique_constraints", constraint.Name)),
        .. relation.ExclusionConstraints.Where(_ => all).Select(constraint => DdlPaths.Part(table, "exclusion_constraints", constraint.Name)),
    ];
}
