using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Takes a snapshot apart into what DDL creates and drops.</summary>
internal static class DdlObjects
{
    /// <summary>Every object of the snapshot, each once, in no particular order.</summary>
    /// <exception cref="SnapshotException">Something cannot be expressed.</exception>
    public static IReadOnlyList<DdlObject> Of(DatabaseSnapshot snapshot)
    {
        var paths = new DdlPaths(snapshot);
        return DdlCircles.Break([.. snapshot.Schemas.SelectMany(schema => InSchema(paths, schema))]);
    }

    private static IEnumerable<DdlDraft> InSchema(DdlPaths paths, Schema schema) =>
    [
        new DdlDraft(SchemaObjects.Of(schema)),
        .. new TypeObjects(paths, schema).All(),
    ];
}
