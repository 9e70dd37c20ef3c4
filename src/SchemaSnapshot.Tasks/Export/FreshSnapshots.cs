using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>The real sources behind an export.</summary>
internal static class FreshSnapshots
{
    /// <summary>An export that reads from them.</summary>
    public static Exporter ExporterOf(ExportOptions options)
    {
        // Once: the environment and the .env file are the same for the whole export.
        var settings = new Lazy<ConnectionSettings?>(() => ConnectionSettings.Resolve(options.ConnectionVariable, options.EnvFile));
        return new Exporter(options, () => settings.Value is not null, (source, ct) => throw new NotSupportedException());
    }
}
