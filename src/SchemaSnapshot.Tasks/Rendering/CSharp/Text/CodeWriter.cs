using System.Text;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Writes lines of C#, indented by their braces. What it is given is C# already.</summary>
internal sealed class CodeWriter
{
    private const string Step = "    ";
    private readonly StringBuilder text = new();
    private int depth;
    private bool isGapDue;

    /// <summary>Writes a line.</summary>
    public void Line(string line)
    {
        if (isGapDue)
        {
            text.Append('\n');
            isGapDue = false;
        }

        text.Insert(text.Length, Step, depth).Append(line).Append('\n');
    }

    /// <summary>Leaves an empty line before the next one, unless a block ends or has just begun.</summary>
    public void Gap() => isGapDue = text.Length > 0 && !text.ToString(Math.Max(0, text.Length - 2), Math.Min(2, text.Length)).EndsWith("{\n", StringComparison.Ordinal);

    /// <summary>Writes a line and a block in braces below it.</summary>
    public void Block(string line, Action content, string end = "}")
    {
        Line(line);
        Line("{");
        depth++;
        content();
        depth--;
        isGapDue = false;
        Line(end);
    }

    /// <summary>Writes lines one step further in.</summary>
    public void Indented(Action content)
    {
        depth++;
        content();
        depth--;
    }

    /// <summary>What was written.</summary>
    public override string ToString() => text.ToString();
}
