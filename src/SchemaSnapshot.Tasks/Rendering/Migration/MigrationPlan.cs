using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Migration.Renames;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>The statements that lead from one schema to another, in order.</summary>
internal sealed record MigrationPlan
{
    /// <summary>The statements.</summary>
    public required ValueList<MigrationStatement> Statements { get; init; }

    /// <summary>Whether both schemas are the same.</summary>
    public bool IsEmpty => Statements.Count == 0;

    /// <summary>The number of statements that lose data.</summary>
    public int Losses => Statements.Count(statement => statement.LosesData);

    /// <summary>Plans.</summary>
    /// <param name="from">The schema that there is.</param>
    /// <param name="to">The schema that there is to be.</param>
    /// <param name="renames">The renames that are declared; one that does not fit the two schemas does nothing.</param>
    /// <exception cref="SnapshotException">Something cannot be expressed.</exception>
    public static MigrationPlan Of(DatabaseSnapshot from, DatabaseSnapshot to, IEnumerable<DeclaredRename>? renames = null)
    {
        var renaming = Renaming.Of(from, to, renames ?? []);
        var scene = new MigrationScene(renaming, to);
        Fates.Decide(scene);
        var graph = new StepGraph(scene);
        while (Fates.Untie(graph.Stuck, scene))
        {
            graph = new StepGraph(scene);
        }

        var steps = StepOrder.Sort(graph.Steps);
        var statements = steps.SelectMany(step => step.Statements).ToList();

        return new MigrationPlan
        {
            Statements =
            [
                .. statements.Where(statement => statement.NeedsCommit),
                .. renaming.Statements,
                .. statements.Where(statement => !statement.NeedsCommit),
            ],
        };
    }
}
