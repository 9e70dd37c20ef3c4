using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>What belongs to no schema: extensions, casts, event triggers…</summary>
internal static class DatabaseObjectsSection
{
    public const string Anchor = "database-objects";

    public static void Write(MarkdownWriter writer, DatabaseSnapshot snapshot)
    {
        if (snapshot.Objects.Count > 0)
        {
            writer.Heading(2, "Database-level objects", Anchor);
            DefinedObjects.Write(writer, snapshot.Objects);
        }
    }
}
