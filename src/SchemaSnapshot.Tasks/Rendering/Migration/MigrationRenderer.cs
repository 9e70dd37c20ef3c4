using System.Text;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>Writes a migration as a SQL file.</summary>
internal static class MigrationRenderer
{
    /// <summary>The file.</summary>
    /// <param name="plan">The migration.</param>
    /// <param name="allowDataLoss">Whether statements that lose data are to be run; else they are commented out.</param>
    public static string Render(MigrationPlan plan, bool allowDataLoss)
    {
        var text = new StringBuilder();
        Header(text, plan, allowDataLoss);
        if (plan.IsEmpty)
        {
            return text.Append("-- Nothing to do: both schemas are the same.\n").ToString();
        }

        text.Append("SET check_function_bodies = false;\nSET search_path = '';\n");
        var ahead = plan.Statements.TakeWhile(statement => statement.NeedsCommit).ToList();
        if (ahead.Count > 0)
        {
            text.Append("\n-- Before the transaction, as what is in it uses these:\n");
            ahead.ForEach(statement => Append(text, statement, allowDataLoss));
        }

        text.Append("\nBEGIN;\n");
        foreach (var statement in plan.Statements.Skip(ahead.Count))
        {
            Append(text, statement, allowDataLoss);
        }

        return text.Append("\nCOMMIT;\n").ToString();
    }

    private static void Header(StringBuilder text, MigrationPlan plan, bool allowDataLoss)
    {
        text.Append("-- SchemaSnapshot migration\n");
        if (plan.Losses > 0)
        {
            text.Append(allowDataLoss
                ? $"-- {Statements(plan.Losses)} data: look for \"loses data\".\n"
                : $"-- {Statements(plan.Losses)} data and {(plan.Losses == 1 ? "is" : "are")} commented out; with SchemaSnapshotAllowDataLoss=true {(plan.Losses == 1 ? "it stays" : "they stay")} in.\n");
        }
    }

    private static string Statements(int count) => count == 1 ? "1 statement loses" : $"{count} statements lose";

    private static void Append(StringBuilder text, MigrationStatement statement, bool allowDataLoss)
    {
        text.Append('\n');
        foreach (var note in statement.Notes)
        {
            text.Append("-- ").Append(note.ReplaceLineEndings(" ")).Append('\n');
        }

        var sql = statement.Sql + ";";
        text.Append(statement.LosesData && !allowDataLoss ? "-- " + sql.ReplaceLineEndings("\n").Replace("\n", "\n-- ", StringComparison.Ordinal) : sql).Append('\n');
    }
}
