using System.Globalization;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>What a source gave.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Warnings">What else there is to say.</param>
public sealed record SourceReading(DatabaseSnapshot Snapshot, IReadOnlyList<Diagnostic> Warnings)
{
    /// <summary>How many scripts made it.</summary>
    public int Scripts { get; init; }

    /// <summary>The mark of the catalogs of a live database.</summary>
    public string? Mark { get; init; }

    internal static SourceReading Of(DatabaseSnapshot snapshot, IReadOnlyList<ObjectCount> notModelled, List<Diagnostic> warnings)
    {
        if (notModelled.Count > 0)
        {
            var kinds = string.Join(", ", notModelled.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Kind}: {kind.Count}")));
            warnings.Add(Rules.NotModelled.At($"The database '{OneLine.Of(snapshot.Database)}' holds objects that the snapshot does not cover ({kinds}): a change of theirs goes unnoticed, and schema.sql lacks them."));
        }

        foreach (var state in snapshot.Migrations.Where(state => state.Failed))
        {
            var version = state.Version is { } last ? $" above {last}" : "";
            warnings.Add(Rules.FailedMigration.At(OneLine.Of(
                $"{state.Tool} left a failed migration{version} in the database '{snapshot.Database}' ({state.Schema}.{state.Table}): the schema may be half-way between two versions. Mend it with {state.Tool}, then build again.")));
        }

        return new SourceReading(snapshot, warnings);
    }
}
