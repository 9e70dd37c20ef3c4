using System.Text;
using System.Text.Json;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Publishing;

/// <summary>What is pushed: one document, whatever part of the snapshot it is about.</summary>
/// <param name="Fingerprint">The fingerprint of that part.</param>
/// <param name="Body">The body of the request, in UTF-8.</param>
internal sealed record PushDocument(string Fingerprint, byte[] Body)
{
    /// <summary>The document of a snapshot.</summary>
    public static PushDocument Of(DatabaseSnapshot snapshot, PushOptions options)
    {
        var part = WithoutLooseEnds(options.Scope.Apply(snapshot));
        var fingerprint = Serialization.Fingerprint.Of(part);
        using var sql = new StringWriter { NewLine = "\n" };
        SchemaSqlRenderer.Render(part, sql);
        return new(fingerprint, BodyOf(sql.ToString(), options.RevisionName ?? RevisionName(options, fingerprint), options));
    }

    private static byte[] BodyOf(string sql, string revisionName, PushOptions options)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("dbType", options.DatabaseType);
            json.WriteString("sourceFormat", "ddl");
            json.WriteString("projectName", options.Project);
            json.WriteString("payload", sql);
            if (options.Diagram is { } diagram)
            {
                json.WriteString("addToDiagram", diagram);
            }

            json.WriteString("revisionName", revisionName);
            json.WriteBoolean("strictMode", options.StrictMode);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    // The whole fingerprint would be most of the name; this much of it tells revisions apart.
    private static string RevisionName(PushOptions options, string fingerprint)
    {
        var name = new StringBuilder(options.Version);
        foreach (var part in (string?[])[options.Commit?[..Math.Min(options.Commit.Length, 12)], fingerprint[..Math.Min(fingerprint.Length, 19)]])
        {
            name.Append(name.Length > 0 && part is not null ? " " : "").Append(part);
        }

        return name.ToString();
    }

    // A foreign key to a table that is not in the document could not be made.
    private static DatabaseSnapshot WithoutLooseEnds(DatabaseSnapshot part)
    {
        var tables = part.Schemas.SelectMany(schema => schema.Tables.Select(table => (schema.Name, table.Name))).ToHashSet();
        return part with
        {
            Schemas = part.Schemas.Select(schema => schema with
            {
                Tables = schema.Tables.Select(table => table with
                {
                    ForeignKeys = table.ForeignKeys.Where(key => tables.Contains((key.ForeignSchema, key.ForeignTable))).ToValueList(),
                }).ToValueList(),
            }).ToValueList(),
        };
    }
}
