using System.Runtime.CompilerServices;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>Renders to strings and knows where the tests' files are.</summary>
internal static class Documents
{
    public static string Reference(DatabaseSnapshot snapshot, string? previous = null)
    {
        // A writer with the line ending of another system: the documents must not care.
        using var output = new StringWriter { NewLine = "\r\n" };
        ReferenceRenderer.Render(snapshot, output, previous);
        return output.ToString();
    }

    public static string Diagram(DatabaseSnapshot snapshot)
    {
        using var output = new StringWriter { NewLine = "\r\n" };
        DiagramRenderer.Render(snapshot, output);
        return output.ToString();
    }

    public static string Sql(DatabaseSnapshot snapshot)
    {
        using var output = new StringWriter { NewLine = "\r\n" };
        SchemaSqlRenderer.Render(snapshot, output);
        return output.ToString();
    }

    public static string Beside(string path, [CallerFilePath] string source = "") =>
        Path.Combine(Path.GetDirectoryName(source)!, path);
}
