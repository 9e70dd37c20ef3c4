using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Where the snapshot comes from, how much is in each schema, and then each schema.</summary>
internal static class OverviewView
{
    public static void Write(ViewWriter writer, DatabaseSnapshot snapshot, RelationIndex index)
    {
        writer.Heading(Origin(snapshot));
        writer.Comment(snapshot.Comment);
        writer.Table(
            null,
            snapshot.Schemas,
            new TableColumn<Schema>("Schema", schema => schema.Name),
            new("Tables", schema => Markdown.Number(schema.Tables.Count), IsNumber: true),
            new("Views", schema => Markdown.Number(schema.Views.Count + schema.MaterializedViews.Count), IsNumber: true),
            new("Routines", schema => Markdown.Number(schema.Routines.Count()), IsNumber: true),
            new("Rows", schema => Rows(schema, index), IsNumber: true),
            new("Comment", schema => InertText.FirstLine(schema.Comment)));
        foreach (var schema in snapshot.Schemas.Where(schema => schema.Relations.Any()))
        {
            SchemaView.Write(writer, schema, index);
        }
    }

    private static string Origin(DatabaseSnapshot snapshot)
    {
        List<string> facts = [$"Database {snapshot.Database}"];
        facts.AddRange(snapshot.ServerVersion is { } version ? [$"PostgreSQL {version}"] : []);
        facts.AddRange(snapshot.Host is { } host ? [$"from {host}"] : []);
        facts.AddRange(snapshot.ExportedAt is { } time ? [$"exported at {time:yyyy-MM-dd HH:mm} UTC"] : []);
        facts.AddRange(snapshot.Migrations.Where(state => state.Version is not null).Select(state => $"{state.Tool} at {MigrationStep.Name(state.Version!)}"));
        return string.Join(", ", facts);
    }

    // A partition's rows are counted where they lie, not once more in its table.
    private static string? Rows(Schema schema, RelationIndex index)
    {
        var counts = schema.Tables.Where(table => table.Kind != RelationKind.PartitionedTable)
            .Select(table => index[new(schema.Name, table.Name)].RowCount).OfType<long>().ToList();
        return counts.Count > 0 ? Markdown.Number(counts.Sum()) : null;
    }
}
