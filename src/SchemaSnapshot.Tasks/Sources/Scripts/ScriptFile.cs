using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>A script as it runs: its statements, and what holds for them.</summary>
internal sealed class ScriptFile
{
    private readonly ScriptText script;

    /// <summary>A script, or a part of it.</summary>
    /// <param name="script">All of its text.</param>
    /// <param name="part">The part that runs.</param>
    /// <param name="isDump">Whether it is pg_dump's, though it may not say so.</param>
    /// <exception cref="SnapshotException">It cannot be split into statements.</exception>
    public ScriptFile(ScriptText script, Range? part = null, bool isDump = false)
    {
        this.script = script;
        IsDump = isDump || DumpText.IsDump(script);
        try
        {
            var statements = SqlStatementSplitter.Split(script.Text, part ?? Range.All, IsDump);
            Statements = IsDump ? [.. statements.Where(statement => !DumpText.IsAboutDatabase(statement.Text))] : statements;
        }
        catch (SqlScanException e)
        {
            throw new SnapshotException(At(Rules.UnreadableScript, $"The script cannot be read: {e.Message}.", e.Offset), e);
        }
    }

    /// <summary>Its statements.</summary>
    public IReadOnlyList<SqlStatement> Statements { get; }

    /// <summary>Whether pg_dump wrote it, which presumes a server of its own.</summary>
    public bool IsDump { get; }

    /// <summary>Whether it runs in one transaction. What pg_dump wrote never does.</summary>
    public ScriptTransaction Transaction { get; private init; }

    /// <summary>Reads a file that runs as it stands.</summary>
    /// <exception cref="SnapshotException">It cannot be read or split.</exception>
    public static ScriptFile Read(string path) => new(ScriptText.Read(path, Path.GetFileName(path)));

    /// <summary>The same in a transaction.</summary>
    public ScriptFile In(ScriptTransaction transaction) => IsDump ? this : new(this, transaction);

    private ScriptFile(ScriptFile other, ScriptTransaction transaction) =>
        (script, Statements, IsDump, Transaction) = (other.script, other.Statements, other.IsDump, transaction);

    /// <summary>Makes a diagnostic at an offset of the script.</summary>
    public Diagnostic At(DiagnosticRule rule, string message, int offset) => script.At(rule, message, offset);
}
