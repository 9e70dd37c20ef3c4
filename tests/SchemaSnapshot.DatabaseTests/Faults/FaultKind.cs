namespace SchemaSnapshot.DatabaseTests.Faults;

/// <summary>What happens to what the server sends.</summary>
internal enum FaultKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The connection ends, as if the server had closed it.</summary>
    Cut,

    /// <summary>The connection is reset.</summary>
    Reset,

    /// <summary>Nothing comes any more.</summary>
    Stall,

    /// <summary>It comes in a few bytes at a time.</summary>
    Dribble,

    /// <summary>Some bytes are others.</summary>
    Garble,
}
