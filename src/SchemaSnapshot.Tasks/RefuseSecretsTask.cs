using Microsoft.Build.Framework;
using SchemaSnapshot.Tasks.Secrets;

namespace SchemaSnapshot.Tasks;

/// <summary>Fails a build that has a connection or a token among its properties.</summary>
[MSBuildMultiThreadableTask]
public sealed class RefuseSecretsTask : Microsoft.Build.Utilities.Task
{
    /// <summary>The project.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The project and the files that set properties for it.</summary>
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The names of the variables that hold connections and tokens.</summary>
    public string[] Variables { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        var secrets = new RecordedSecrets(Variables);
        IEnumerable<KeyValuePair<string, string>> given = BuildEngine is IBuildEngine6 engine ? engine.GetGlobalProperties() : [];
        foreach (var found in secrets.InGlobalProperties(given).Concat(Files.SelectMany(file => secrets.InFile(file.GetMetadata("FullPath")))))
        {
            Log.LogError(null, found.Rule.Code, null, found.Rule.HelpLink, found.File ?? ProjectFile, found.Line, found.Column, 0, 0, "{0}", found.Message);
        }

        return !Log.HasLoggedErrors;
    }
}
