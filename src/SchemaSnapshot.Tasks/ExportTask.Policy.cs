using Microsoft.Build.Framework;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks;

// The parameters about drift that concern the build alone.
public sealed partial class ExportTask
{
    /// <summary><c>TreatWarningsAsErrors</c>.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary><c>SchemaSnapshotFailOnDrift</c>.</summary>
    public string? FailOnDrift { get; set; }

    /// <summary><c>SchemaSnapshotWriteAcceptances</c>.</summary>
    public string? WriteAcceptances { get; set; }

    private DriftPolicy ReadPolicyOfBuild()
    {
        var policy = ReadPolicy();
        var errors = new HashSet<string>(policy.Severities.Errors.Concat(ErrorsByCommandLine()), StringComparer.OrdinalIgnoreCase);
        return policy with { Severities = policy.Severities with { Errors = errors, WarningsAreErrors = TreatWarningsAsErrors } };
    }

    // No property says what -warnaserror does; the engine knows.
    private IEnumerable<string> ErrorsByCommandLine() =>
        BuildEngine is IBuildEngine8 engine ? Rules.All.Select(rule => rule.Code).Where(engine.ShouldTreatWarningAsError) : [];
}
