using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>How far a migration tool has brought the database, and how far the baseline's was.</summary>
/// <param name="State">The state of the database.</param>
/// <param name="Baseline">The version that the baseline was made at; null where it knows none.</param>
public sealed record MigrationStep(MigrationState State, string? Baseline)
{
    /// <summary>The states of the fresh snapshot beside those of the baseline.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="fresh">The fresh snapshot.</param>
    public static ValueList<MigrationStep> Of(DatabaseSnapshot baseline, DatabaseSnapshot fresh)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(fresh);
        return fresh.Migrations.Select(state => new MigrationStep(state, baseline.Migrations.FirstOrDefault(other => IsSame(other, state))?.Version)).ToValueList();
    }

    /// <summary>A sentence without its end; null where nothing is to be said.</summary>
    public string? Describe() => (State.Version, Baseline) switch
    {
        (null, _) => null,
        ({ } now, null) => $"{State.Tool}: the database is at {Name(now)}",
        ({ } now, { } then) when now == then => $"{State.Tool}: the database and the baseline are at {Name(now)}",
        ({ } now, { } then) => $"{State.Tool}: the database is at {Name(now)}, the baseline at {Name(then)}",
    };

    /// <summary>A version in a sentence; it may be the name of a script.</summary>
    public static string Name(string version) => InertText.Of(version);

    private static bool IsSame(MigrationState one, MigrationState other) => (one.Tool, one.Schema, one.Table) == (other.Tool, other.Schema, other.Table);
}
