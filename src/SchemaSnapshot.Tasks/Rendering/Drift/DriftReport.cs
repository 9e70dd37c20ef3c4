using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>What one comparison of the baseline with a fresh snapshot found: all that the reports are made of.</summary>
public sealed record DriftReport
{
    /// <summary>The database's name.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The fingerprint of the baseline.</summary>
    public required string BaselineFingerprint { get; init; }

    /// <summary>The fingerprint of the fresh snapshot.</summary>
    public required string FreshFingerprint { get; init; }

    /// <summary>The verdicts with their places, in the order in which the comparison gave them.</summary>
    public required ValueList<DriftFinding> Findings { get; init; }

    /// <summary>How far migration tools are, beside the baseline.</summary>
    public ValueList<MigrationStep> Migrations { get; init; } = [];

    /// <summary>The path of the schema map relative to the root of the repository, as code-scanning services want it.</summary>
    public required string MapFile { get; init; }

    /// <summary>The lines of the baseline's map.</summary>
    public required IReadOnlyList<string> MapBefore { get; init; }

    /// <summary>The lines that the map would have with the fresh snapshot.</summary>
    public required IReadOnlyList<string> MapAfter { get; init; }

    /// <summary>The map's path with slashes, whatever the machine.</summary>
    internal string MapPath => MapFile.Replace(Path.DirectorySeparatorChar, '/');
}
