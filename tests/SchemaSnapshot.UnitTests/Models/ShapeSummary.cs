namespace SchemaSnapshot.UnitTests.Models;

/// <summary>What a shape says.</summary>
/// <param name="Record">The record it is for.</param>
/// <param name="Kind">The word for it.</param>
/// <param name="Keys">The keys of its fields.</param>
/// <param name="Properties">The properties of the record that change when a field is set, one or more for each field.</param>
internal sealed record ShapeSummary(Type Record, string Kind, IReadOnlyList<string> Keys, IReadOnlyList<string> Properties);
