using System.Text;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.Tasks.Publishing;

/// <summary>What was pushed last, and where to, in a file of three lines.</summary>
/// <param name="file">The file.</param>
internal sealed class PushState(string file)
{
    /// <summary>Whether this very thing was pushed last.</summary>
    public bool IsPushed(PushOptions options, string fingerprint) =>
        AtomicFile.Read(file) is { } bytes && AtomicFile.SameText(bytes, Of(options, fingerprint));

    /// <summary>Remembers it.</summary>
    public void Remember(PushOptions options, string fingerprint) => AtomicFile.Write(file, Of(options, fingerprint));

    private static byte[] Of(PushOptions options, string fingerprint) =>
        Encoding.UTF8.GetBytes($"{options.BaseAddress}\n{options.ProjectId ?? options.Project}\n{fingerprint}\n");
}
