using System.Text;
using System.Text.Json;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Writes a JSON document as text, with LF on every machine.</summary>
internal static class JsonReport
{
    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();

        // The strict encoder: no name of the database can hide, reorder or end anything where the file is looked at.
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            write(json);
        }

        // Within strings the end of a line is escaped: what there is comes from the indentation.
        output.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).Replace("\r\n", "\n", StringComparison.Ordinal));
        output.Write('\n');
    }

    public static void Object(this Utf8JsonWriter json, string name, Action content)
    {
        json.WriteStartObject(name);
        content();
        json.WriteEndObject();
    }

    public static void Array<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    /// <summary>An array of one object, of which SARIF has many.</summary>
    public static void ArrayOfOne(this Utf8JsonWriter json, string name, Action content)
    {
        json.WriteStartArray(name);
        json.WriteStartObject();
        content();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
