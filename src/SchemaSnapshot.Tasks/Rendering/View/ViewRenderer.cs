using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>The snapshot, one schema or one table of it for reading in a terminal.</summary>
internal static class ViewRenderer
{
    /// <summary>Shows what has the name.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="name">A schema, a qualified table, or a table that only one schema has; null for all.</param>
    /// <param name="style">What the output can show.</param>
    /// <param name="output">Where it goes.</param>
    /// <exception cref="SnapshotException">Nothing has the name, or more than one thing: <c>SNAP5017</c>.</exception>
    public static void Render(DatabaseSnapshot snapshot, string? name, ViewStyle style, TextWriter output)
    {
        var index = new RelationIndex(snapshot);
        var writer = new ViewWriter(output, style);
        if (name is null)
        {
            OverviewView.Write(writer, snapshot, index);
            return;
        }

        var (schema, relation) = ViewTarget.Find(snapshot, index, name);
        if (schema is not null)
        {
            SchemaView.Write(writer, schema, index);
        }
        else
        {
            RelationView.Write(writer, relation, index);
        }
    }
}
