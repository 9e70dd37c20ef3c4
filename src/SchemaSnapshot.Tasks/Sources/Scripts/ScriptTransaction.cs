namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Whether a script runs in one transaction.</summary>
internal enum ScriptTransaction
{
    /// <summary>Each statement by itself, as in psql.</summary>
    None,

    /// <summary>All of it.</summary>
    Whole,

    /// <summary>All of it, unless a statement cannot run in one.</summary>
    WherePossible,
}
