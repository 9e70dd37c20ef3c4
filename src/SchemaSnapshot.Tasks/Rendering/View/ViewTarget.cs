using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Finds what somebody wants to look at. Names count as they are; where none is so, in any case of their letters.</summary>
internal static class ViewTarget
{
    /// <summary>The schema or, where that is null, the relation.</summary>
    public static (Schema? Schema, RelationKey Relation) Find(DatabaseSnapshot snapshot, RelationIndex index, string name)
    {
        List<(string Name, Schema? Schema, RelationKey Relation)> all =
        [
            .. snapshot.Schemas.Select(schema => (schema.Name, (Schema?)schema, default(RelationKey))),
            .. index.Keys.Select(key => (key.ToString(), (Schema?)null, key)),
            .. index.Keys.Select(key => (key.Name, (Schema?)null, key)),
        ];
        foreach (var comparison in (StringComparison[])[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            var found = all.Where(one => string.Equals(one.Name, name, comparison)).ToList();
            // A schema before a table of its name: the table has its qualified name too.
            if (found.Count == 1 || (found.Count > 1 && found[0].Schema is not null && found[1].Schema is null))
            {
                return (found[0].Schema, found[0].Relation);
            }

            if (found.Count > 1)
            {
                throw Ambiguous(name, found.Select(one => one.Schema?.Name ?? one.Relation.ToString()));
            }
        }

        throw Missing(name, all.Select(one => one.Name));
    }

    private static SnapshotException Ambiguous(string name, IEnumerable<string> found) =>
        new(Rules.NothingToView.At($"'{InertText.Of(name)}' can be {Or(found)}: name one of them in SchemaSnapshotView."));

    private static SnapshotException Missing(string name, IEnumerable<string> names)
    {
        var near = NearNames.Of(name, names);
        var guess = near.Count > 0 ? $" Did you mean {Or(near)}?" : "";
        return new(Rules.NothingToView.At(
            $"The snapshot has no schema, table or view '{InertText.Of(name)}'.{guess} 'dotnet build -t:SchemaSnapshotView' shows all that it has."));
    }

    private static string Or(IEnumerable<string> names) => string.Join(" or ", names.Select(name => $"'{InertText.Of(name)}'"));
}
