using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.Tasks;

// What is asked for as a whole.
public sealed partial class ExportTask
{
    /// <summary>All properties as one hash, where a build asks: what <see cref="UpToDateTask"/> gave.</summary>
    public string? Digest { get; set; }

    private BuildRequest Asked() => new()
    {
        Digest = Digest,
        Mode = Mode,
        Source = Source,
        Scripts = Scripts,
        ScriptsDeclared = ScriptsDeclared,
        ConnectionVariable = ConnectionVariable,
        EnvFile = EnvFile,
        Directory = Directory,
        IntermediateDirectory = IntermediateDirectory,
    };
}
