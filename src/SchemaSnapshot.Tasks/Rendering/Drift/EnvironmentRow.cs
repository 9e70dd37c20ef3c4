using SchemaSnapshot.Comparison;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>What a comparison of one environment with the baseline gave.</summary>
/// <param name="Name">The environment.</param>
/// <param name="State">Its fingerprint, or the code of what kept it from being read.</param>
/// <param name="Verdicts">Its drift; empty where it could not be read.</param>
internal sealed record EnvironmentRow(string Name, string State, IReadOnlyList<Verdict> Verdicts);
