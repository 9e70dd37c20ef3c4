namespace SchemaSnapshot.Comparison;

/// <summary>Whom a change breaks.</summary>
[Flags]
public enum Affected
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>Programs that read.</summary>
    Readers = 1,

    /// <summary>Programs that write.</summary>
    Writers = 2,

    /// <summary>Both.</summary>
    Everybody = Readers | Writers,

    /// <summary>Nobody, but things may become slow.</summary>
    Performance = 4,

    /// <summary>Nobody, but someone may do more than intended.</summary>
    Security = 8,
}
