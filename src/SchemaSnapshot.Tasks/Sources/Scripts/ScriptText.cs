using System.Text;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>The text of a script, and where it comes from.</summary>
internal sealed class ScriptText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string path;

    /// <summary>A text.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <param name="relativePath">The same on every machine, with slashes.</param>
    /// <param name="text">The text.</param>
    /// <param name="tool">Whose it is, where the project says so.</param>
    public ScriptText(string path, string relativePath, string text, ScriptTool? tool = null)
    {
        this.path = path;
        Tool = tool;
        RelativePath = relativePath;
        Text = text;
    }

    /// <summary>The path by which scripts are ordered.</summary>
    public string RelativePath { get; }

    /// <summary>The file's own name.</summary>
    public string FileName => RelativePath[(RelativePath.LastIndexOf('/') + 1)..];

    /// <summary>Whose it is, where the project says so.</summary>
    public ScriptTool? Tool { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="SnapshotException">It cannot be read.</exception>
    public static ScriptText Read(string path, string relativePath, ScriptTool? tool = null)
    {
        try
        {
            using var reader = new StreamReader(path, StrictUtf8, detectEncodingFromByteOrderMarks: true);
            return new ScriptText(path, relativePath, reader.ReadToEnd(), tool);
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

    /// <summary>Makes a diagnostic at an offset.</summary>
    public Diagnostic At(DiagnosticRule rule, string message, int offset = 0)
    {
        var place = TextPlace.Of(Text, offset);
        return rule.At(message, path, place.Line, place.Column);
    }
}
