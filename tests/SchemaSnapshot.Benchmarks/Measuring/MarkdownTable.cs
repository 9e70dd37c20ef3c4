using System.Globalization;
using System.Text;

namespace SchemaSnapshot.Benchmarks.Measuring;

/// <summary>A table of figures.</summary>
/// <param name="heads">The heads of the columns; the first is text.</param>
internal sealed class MarkdownTable(params string[] heads)
{
    private readonly List<string[]> rows = [];

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => rows.Add(cells);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        AppendRow(text, heads);
        AppendRow(text, [.. heads.Select((_, i) => i == 0 ? "---" : "--:")]);
        rows.ForEach(row => AppendRow(text, row));
        return text.ToString();
    }

    /// <summary>A time in a readable unit.</summary>
    public static string Time(TimeSpan time) => time.TotalSeconds >= 1
        ? time.TotalSeconds.ToString("0.00' s'", CultureInfo.InvariantCulture)
        : time.TotalMilliseconds.ToString("0.0' ms'", CultureInfo.InvariantCulture);

    /// <summary>An amount of memory.</summary>
    public static string Memory(long bytes) => (bytes / 1e6).ToString("0.0' MB'", CultureInfo.InvariantCulture);

    /// <summary>How many times as long.</summary>
    public static string Ratio(TimeSpan time, TimeSpan other) => (time / other).ToString("0.00' ×'", CultureInfo.InvariantCulture);

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
