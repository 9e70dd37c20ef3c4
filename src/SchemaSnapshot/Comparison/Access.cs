namespace SchemaSnapshot.Comparison;

/// <summary>How a project uses an object.</summary>
public enum Access
{
    /// <summary>It reads and writes.</summary>
    Both,

    /// <summary>It only reads.</summary>
    Read,

    /// <summary>It only writes.</summary>
    Write,
}
