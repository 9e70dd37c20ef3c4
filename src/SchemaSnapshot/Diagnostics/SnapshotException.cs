namespace SchemaSnapshot.Diagnostics;

/// <summary>Something that a user can cause or mend went wrong; the diagnostic says what.</summary>
public sealed class SnapshotException : Exception
{
    /// <summary>An exception that carries a diagnostic.</summary>
    /// <param name="diagnostic">What went wrong.</param>
    /// <param name="inner">What led to it, if anything.</param>
    public SnapshotException(Diagnostic diagnostic, Exception? inner = null)
        : base($"{diagnostic?.Rule.Code}: {diagnostic?.Message}", inner)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        Diagnostic = diagnostic;
    }

    /// <summary>What went wrong.</summary>
    public Diagnostic Diagnostic { get; }
}
