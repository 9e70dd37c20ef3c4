namespace SchemaSnapshot.DatabaseTests.Faults;

/// <summary>A fault and the byte from which on there is one.</summary>
/// <param name="Kind">Which.</param>
/// <param name="At">Where, in bytes that the server has sent.</param>
internal sealed record Fault(FaultKind Kind, long At = 0);
