using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>
/// Which part of a database a project keeps a snapshot of. Patterns for schemas decide on schemas with all they hold, patterns for
/// tables on tables, views and materialized views with the sequences that their columns own; types, routines and other objects go with
/// their schema. What is excluded is out even where it is included, too; without a pattern to include, everything is in.
/// </summary>
/// <remarks>
/// A schema stays when none of its tables does: it is there, and its types may be needed. Objects of the database stay: they belong to
/// no schema. The state of a migration tool goes with the schema of its table, be the table in scope or not. References to what is out of scope stay as they are, since they are true.
/// </remarks>
/// <param name="Schemas">The schemas to include; none for all.</param>
/// <param name="ExcludeSchemas">The schemas to leave out.</param>
/// <param name="Tables">The relations to include; none for all.</param>
/// <param name="ExcludeTables">The relations to leave out.</param>
public sealed record SnapshotScope(
    ValueList<Glob> Schemas, ValueList<Glob> ExcludeSchemas, ValueList<QualifiedGlob> Tables, ValueList<QualifiedGlob> ExcludeTables)
{
    /// <summary>The scope that everything is in.</summary>
    public static SnapshotScope Everything { get; } = new([], [], [], []);

    /// <summary>Reads the patterns; those left out are none.</summary>
    /// <param name="schemas">The schemas to include.</param>
    /// <param name="excludeSchemas">The schemas to leave out.</param>
    /// <param name="tables">The relations to include: <c>sales.order_*</c>, or <c>orders</c> for that name in any schema.</param>
    /// <param name="excludeTables">The relations to leave out.</param>
    /// <exception cref="Diagnostics.SnapshotException">One of them is none.</exception>
    public static SnapshotScope Parse(
        IEnumerable<string>? schemas = null, IEnumerable<string>? excludeSchemas = null,
        IEnumerable<string>? tables = null, IEnumerable<string>? excludeTables = null) => new(
            All(schemas, pattern => new Glob(pattern)), All(excludeSchemas, pattern => new Glob(pattern)),
            All(tables, QualifiedGlob.Parse), All(excludeTables, QualifiedGlob.Parse));

    /// <summary>What of a snapshot is in scope.</summary>
    public DatabaseSnapshot Apply(DatabaseSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot with
        {
            Migrations = snapshot.Migrations.Where(state => IsSchemaIn(state.Schema)).ToValueList(),
            Schemas = snapshot.Schemas.Where(schema => IsSchemaIn(schema.Name)).Select(Apply).ToValueList(),
        };
    }

    private bool IsSchemaIn(string name) => IsIn(Schemas, ExcludeSchemas, glob => glob.IsMatch(name));

    private static ValueList<T> All<T>(IEnumerable<string>? patterns, Func<string, T> parse) => (patterns ?? []).Select(parse).ToValueList();

    private Schema Apply(Schema schema) => Tables.Count + ExcludeTables.Count == 0 ? schema : schema with
    {
        Tables = Apply(schema.Name, schema.Tables),
        Views = Apply(schema.Name, schema.Views),
        MaterializedViews = Apply(schema.Name, schema.MaterializedViews),
        Sequences = schema.Sequences.Where(sequence => IsTableIn(sequence.OwnedBy?.Schema, sequence.OwnedBy?.Name)).ToValueList(),
    };

    private ValueList<Relation> Apply(string schema, ValueList<Relation> relations) =>
        relations.Where(relation => IsTableIn(schema, relation.Name)).ToValueList();

    private bool IsTableIn(string? schema, string? name) =>
        schema is null || name is null || IsIn(Tables, ExcludeTables, glob => glob.IsMatch(schema, name));

    private static bool IsIn<T>(ValueList<T> included, ValueList<T> excluded, Func<T, bool> matches) =>
        (included.Count == 0 || included.Any(matches)) && !excluded.Any(matches);
}
