using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.Tasks.Init;

/// <summary>Which topics a project asks for.</summary>
internal static class StarterTopics
{
    private static readonly StarterTopic[] Servers = [StarterTopic.GitHub, StarterTopic.GitLab, StarterTopic.Azure];
    private static readonly StarterTopic[] Everything = [.. Enum.GetValues<StarterTopic>().Where(topic => topic != StarterTopic.All)];

    /// <summary>The topics that <c>SchemaSnapshotInit</c> names; without it all, of the CI servers only the one that the repository lives on.</summary>
    public static IReadOnlyList<StarterTopic> Of(string? property, GitRepository? repository)
    {
        // On a command line MSBuild takes semicolons and commas for itself.
        var words = (property ?? "").Split([';', ',', '+', ' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var named = words.Select(word => PropertyValue.Word("SchemaSnapshotInit", word, Enum.GetValues<StarterTopic>())!.Value).ToList();
        if (named.Contains(StarterTopic.All))
        {
            return Everything;
        }

        return named.Count > 0 ? named : ByDefault(repository);
    }

    private static StarterTopic[] ByDefault(GitRepository? repository)
    {
        var servers = Servers.Where(server => repository?.Hosts.Any(host => IsAt(server, host)) == true).ToList();
        return servers.Count == 0 ? Everything : [.. Everything.Where(topic => !Servers.Contains(topic) || servers.Contains(topic))];
    }

    private static bool IsAt(StarterTopic server, string host) => server switch
    {
        StarterTopic.GitHub => host.Contains("github", StringComparison.OrdinalIgnoreCase),
        StarterTopic.GitLab => host.Contains("gitlab", StringComparison.OrdinalIgnoreCase),
        _ => host.EndsWith("dev.azure.com", StringComparison.OrdinalIgnoreCase) || host.EndsWith("visualstudio.com", StringComparison.OrdinalIgnoreCase),
    };
}
