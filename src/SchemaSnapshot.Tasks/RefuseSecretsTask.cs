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

    /// <summary>The names among those that people try which are properties of the project, whatever file sets them.</summary>
    public string[] Properties { get; set; } = [];

    /// <summary>Whether only to look: each framework looks, and what is found is said once.</summary>
    public bool LookOnly { get; set; }

    /// <summary>Whether there is a secret.</summary>
    [Output]
    public bool Found { get; private set; }

    /// <summary>The names of the variables that hold connections and tokens.</summary>
    public string[] Variables { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        var secrets = new RecordedSecrets(Variables);
        var given = BuildEngine is IBuildEngine6 engine ? engine.GetGlobalProperties() : new Dictionary<string, string>();
        var all = secrets.Find(given, Files.Select(file => file.GetMetadata("FullPath")), Properties);
        Found = all.Count > 0;
        foreach (var found in LookOnly ? [] : all)
        {
            Log.LogError(null, found.Rule.Code, null, found.Rule.HelpLink, found.File ?? ProjectFile, found.Line, found.Column, 0, 0, "{0}", found.Message);
        }

        return !Log.HasLoggedErrors;
    }
}
