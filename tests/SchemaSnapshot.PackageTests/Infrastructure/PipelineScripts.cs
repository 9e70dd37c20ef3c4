using YamlDotNet.RepresentationModel;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>The shell scripts of a pipeline, as the CI server would run them.</summary>
internal static class PipelineScripts
{
    /// <summary>The scripts of the steps of a job, in order: <c>run</c> of GitHub, <c>script</c> of GitLab, <c>bash</c> of Azure.</summary>
    public static IReadOnlyList<string> Of(string yaml, string job)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var node = stream.Documents[0].AllNodes.OfType<YamlMappingNode>()
            .Select(mapping => Child(mapping, job) as YamlMappingNode ?? (Text(Child(mapping, "job")) == job ? mapping : null))
            .First(found => found is not null)!;
        return
        [
            .. node.AllNodes.OfType<YamlMappingNode>().SelectMany(mapping => mapping.Children)
                .Where(child => Text(child.Key) is "run" or "bash" or "script")
                .SelectMany(child => child.Value is YamlSequenceNode list ? list.Children : [child.Value])
                .Select(script => Text(script)!),
        ];
    }

    private static YamlNode? Child(YamlMappingNode mapping, string key) =>
        mapping.Children.FirstOrDefault(child => Text(child.Key) == key).Value;

    private static string? Text(YamlNode? node) => (node as YamlScalarNode)?.Value;
}
