using System.Data.Common;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog;

/// <summary>
/// Asks the tables of migration tools how far they are. What the catalog queries gave says where there are any; a database without
/// such a table is not asked again.
/// </summary>
internal static class MigrationStates
{
    /// <summary>The query for the tables that have the name of a tool's.</summary>
    public const string Tables = "migration_tables";

    /// <summary>The states; without their versions where the role may not read them.</summary>
    public static async Task<ValueList<MigrationState>> ReadAsync(CatalogSession session, CatalogRows rows, CancellationToken cancellationToken)
    {
        var tables = Find(rows).OrderBy(table => table.State.Schema, StringComparer.Ordinal).ThenBy(table => table.State.Table, StringComparer.Ordinal).ToList();
        var readable = tables.Where(table => table.Question is not null).ToList();
        var answers = readable.Count > 0 ? await AskAsync(session, readable.Select(table => table.Question!), cancellationToken).ConfigureAwait(false) : [];
        var states = readable.Zip(answers).ToDictionary(pair => pair.First.State, pair => Answered(pair.First.State, pair.Second));
        return tables.Select(table => states.GetValueOrDefault(table.State, table.State)).ToValueList();
    }

    private static IEnumerable<(MigrationState State, string? Question)> Find(CatalogRows rows)
    {
        var columns = rows.By("columns", "relation_oid");
        var neighbours = rows["relations"].ToLookup(row => row.Text("schema_name"), row => row.Text("name"), StringComparer.Ordinal);
        foreach (var table in rows[Tables])
        {
            var (schema, name) = (table.Text("schema_name"), table.Text("name"));
            var own = columns[table.Number("oid")].Select(column => column.Text("name")).ToList();
            if (MigrationTool.All.FirstOrDefault(tool => tool.Owns(name, own, [.. neighbours[schema]])) is { } tool)
            {
                yield return (new MigrationState { Tool = tool.Name, Schema = schema, Table = name }, table.Flag("is_readable") ? tool.Ask(table.Text("quoted_name")) : null);
            }
        }
    }

    private static async Task<IReadOnlyList<IReadOnlyList<CatalogRow>>> AskAsync(CatalogSession session, IEnumerable<string> questions, CancellationToken cancellationToken)
    {
        try
        {
            return await session.ReadApartAsync(questions, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException e) when (e.SqlState is not null && !cancellationToken.IsCancellationRequested)
        {
            // A table that only looks like the tool's, or that somebody else locks or drops: the schema is read, and that is what matters.
            await session.RollbackAsync().ConfigureAwait(false);
            return [];
        }
    }

    private static MigrationState Answered(MigrationState state, IReadOnlyList<CatalogRow> answer) => answer is [var row]
        ? state with { Version = row.OptionalText("version"), Failed = row.Flag("failed") }
        : state;
}
