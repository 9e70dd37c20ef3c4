using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Writes <c>schema.sql</c>: the statements that make a database with the schema of a snapshot.</summary>
internal static class SchemaSqlRenderer
{
    /// <summary>Writes the statements.</summary>
    /// <exception cref="SnapshotException">Something cannot be expressed.</exception>
    public static void Render(DatabaseSnapshot snapshot, TextWriter output)
    {
        output.WriteLine($"-- SchemaSnapshot {Fingerprint.Of(snapshot)}");
        foreach (var statement in DdlOrder.Sort(DdlObjects.Of(snapshot)).SelectMany(item => item.Create))
        {
            output.WriteLine();
            output.WriteLine($"{statement};");
        }
    }
}
