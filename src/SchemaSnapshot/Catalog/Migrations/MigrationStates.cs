using System.Data.Common;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog;

/// <summary>
/// Asks the tables of migration tools how far they are. What the catalog queries gave says where there are any; a database without
/// such a table is not asked again.
/// </summary>
internal static class MigrationStates
{
    private const string OrdinaryTable = "r";

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
        foreach (var schema in rows["relations"].GroupBy(row => row.Text("schema_name")))
        {
            var neighbours = schema.Select(row => row.Text("name")).ToHashSet(StringComparer.Ordinal);
            foreach (var table in schema.Where(row => row.Text("kind") == OrdinaryTable))
            {
                var name = table.Text("name");
                var tool = MigrationTool.All.FirstOrDefault(
                    tool => tool.Tables.Contains(name, StringComparer.OrdinalIgnoreCase)
                        && tool.Owns(name, [.. columns[table.Number("oid")].Select(column => column.Text("name"))], neighbours));
                if (tool is not null)
                {
                    yield return (new MigrationState { Tool = tool.Name, Schema = schema.Key, Table = name }, table.Flag("is_countable") ? tool.Ask(table.Text("quoted_name")) : null);
                }
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
