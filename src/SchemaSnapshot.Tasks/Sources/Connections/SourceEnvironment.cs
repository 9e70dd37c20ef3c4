using dotenv.net;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>The variables that say where the database is: the real environment's and, behind them, those of a <c>.env</c> file.</summary>
internal sealed class SourceEnvironment(Func<string, string?> real, string? envFile)
{
    // Read only when asked for: where the environment says it all, the file does not matter.
    private readonly Lazy<IDictionary<string, string>> file = new(() => Read(envFile));

    /// <summary>The value of a variable; an empty one counts as none, as libpq has it.</summary>
    public string? this[string name] =>
        real(name) is { Length: > 0 } value ? value : file.Value.TryGetValue(name, out var saved) && saved.Length > 0 ? saved : null;

    private static IDictionary<string, string> Read(string? path)
    {
        if (string.IsNullOrEmpty(path) || !File.Exists(path))
        {
            return new Dictionary<string, string>();
        }

        try
        {
            // No expansion: a password may well have a $ in it.
            return DotEnv.Read(new DotEnvOptions(
                ignoreExceptions: false, envFilePaths: [path], trimValues: true, supportExportSyntax: true, supportInlineComments: true, supportVariableExpansion: false));
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // The exception is not passed on: its text may hold part of the file.
            throw new SnapshotException(Rules.UnreadableEnvFile.At("The file has a value whose closing quote is missing: add it, or write the value without quotes.", path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SnapshotException(Rules.UnreadableEnvFile.At($"The file cannot be read: {e.Message}", path), e);
        }
    }
}
