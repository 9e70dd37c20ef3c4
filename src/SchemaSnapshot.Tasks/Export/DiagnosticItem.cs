using System.Globalization;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>Diagnostics as items, which is how one project hands them to another.</summary>
internal static class DiagnosticItem
{
    /// <summary>The diagnostic as an item.</summary>
    public static ITaskItem Of(Diagnostic diagnostic)
    {
        var item = new TaskItem(diagnostic.Rule.Code);
        item.SetMetadata("Severity", diagnostic.Severity.ToString());
        item.SetMetadata("Text", Escape(diagnostic.Message));
        item.SetMetadata("File", Escape(diagnostic.File ?? ""));
        item.SetMetadata("Line", diagnostic.Line.ToString(CultureInfo.InvariantCulture));
        item.SetMetadata("Column", diagnostic.Column.ToString(CultureInfo.InvariantCulture));
        return item;
    }

    /// <summary>The item as a diagnostic.</summary>
    public static Diagnostic Read(ITaskItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var file = item.GetMetadata("File");
        return new(
            Rules.All.Single(rule => rule.Code == item.ItemSpec),
            Enum.Parse<DiagnosticSeverity>(item.GetMetadata("Severity")),
            item.GetMetadata("Text"),
            file.Length == 0 ? null : file,
            int.Parse(item.GetMetadata("Line"), CultureInfo.InvariantCulture),
            int.Parse(item.GetMetadata("Column"), CultureInfo.InvariantCulture));
    }

    /// <summary>An item takes its name and metadata escaped; what else is in it would be expanded or taken for a list.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if ("%$@'();?*".Contains(c, StringComparison.Ordinal))
            {
                escaped.Append('%').Append(((int)c).ToString("x2", CultureInfo.InvariantCulture));
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }
}
