using System.Text;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.Tasks.Init;

/// <summary>Writes the starter files that are not there yet, and touches no other.</summary>
/// <param name="root">The root of the repository.</param>
/// <param name="schema">The folder of the snapshot.</param>
/// <param name="values">What goes into the templates.</param>
internal sealed class Initializer(string root, string schema, TemplateValues values)
{
    private const UnixFileMode Program = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Does it; gives the lines that say what was written, what was left, and what to do next.</summary>
    public IReadOnlyList<string> Run(IReadOnlyList<StarterTopic> topics)
    {
        var files = StarterFile.All.Where(file => topics.Contains(file.Topic)).ToList();
        var present = files.Where(file => Path.Exists(PathOf(file))).ToList();
        var missing = files.Except(present).ToList();
        missing.ForEach(Write);
        return
        [
            .. missing.Select(file => $"Wrote {Name(file)}"),
            .. present.Select(file => $"Left {Name(file)}: it is there already{Advice(file)}."),
            .. missing.Exists(file => file.Executable) ? ["Next, once per clone: git config core.hooksPath .githooks"] : (string[])[],
        ];
    }

    private void Write(StarterFile file)
    {
        var path = PathOf(file);
        var text = values.Fill(Template(file.Template));
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(path.EndsWith(".cmd", StringComparison.Ordinal) ? text.ReplaceLineEndings("\r\n") : text));
        if (file.Executable && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, Program);
        }
    }

    private string? Advice(StarterFile file)
    {
        var isThere = file.Needs is null || Encoding.UTF8.GetString(AtomicFile.Read(PathOf(file)) ?? []).Contains(file.Needs, StringComparison.Ordinal);
        var lines = values.Fill(Template(file.Template)).Split('\n').Where(line => line.Length > 0 && line[0] != '#');
        return isThere ? null : $". See that it has: {string.Join(" / ", lines.Select(line => line.Trim()))}";
    }

    private string PathOf(StarterFile file) => Path.Combine(file.BesideMap ? schema : root, file.Path);

    private string Name(StarterFile file) => Path.GetRelativePath(root, PathOf(file)).Replace('\\', '/');

    private static string Template(string name)
    {
        using var stream = typeof(Initializer).Assembly.GetManifestResourceStream($"init/{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
