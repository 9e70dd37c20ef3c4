using System.Text;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>A script, read and split.</summary>
internal sealed class ScriptFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string path;
    private readonly string text;

    private ScriptFile(string path, string text)
    {
        this.path = path;
        this.text = text;
        try
        {
            Statements = SqlStatementSplitter.Split(text);
        }
        catch (SqlScanException e)
        {
            throw new SnapshotException(At(Rules.UnreadableScript, $"The script cannot be read: {e.Message}.", e.Offset), e);
        }
    }

    /// <summary>Its statements.</summary>
    public IReadOnlyList<SqlStatement> Statements { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="SnapshotException">It cannot be read or split.</exception>
    public static ScriptFile Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path, StrictUtf8, detectEncodingFromByteOrderMarks: true);
            return new ScriptFile(path, reader.ReadToEnd());
        }
        catch (DecoderFallbackException e)
        {
            throw new SnapshotException(Rules.UnreadableScript.At("The script is not in UTF-8: save it so.", path), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SnapshotException(Rules.UnreadableScript.At($"The script cannot be read: {OneLine.Of(e.Message)}", path), e);
        }
    }

    /// <summary>Makes a diagnostic at an offset of the script.</summary>
    public Diagnostic At(DiagnosticRule rule, string message, int offset)
    {
        var place = TextPlace.Of(text, offset);
        return rule.At(message, path, place.Line, place.Column);
    }
}
