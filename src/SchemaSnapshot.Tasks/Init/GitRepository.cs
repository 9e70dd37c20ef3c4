using System.Text;
using System.Text.RegularExpressions;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.Tasks.Init;

/// <summary>The git repository around a project.</summary>
/// <param name="Root">The folder of its working tree.</param>
/// <param name="Hosts">The hosts of its remotes.</param>
internal sealed partial record GitRepository(string Root, IReadOnlyList<string> Hosts)
{
    /// <summary>Looks for it from a folder upwards; null where there is none.</summary>
    public static GitRepository? Around(string directory)
    {
        for (var root = directory; root is not null; root = Path.GetDirectoryName(root))
        {
            var git = Path.Combine(root, ".git");
            if (Path.Exists(git))
            {
                return new(root, HostsOf(ConfigOf(git)));
            }
        }

        return null;
    }

    // In a worktree or submodule .git is a file that names the folder; a worktree's folder names the common one in turn.
    private static string ConfigOf(string git)
    {
        if (!File.Exists(git))
        {
            return Path.Combine(git, "config");
        }

        var named = Text(git).Trim();
        var own = Path.Combine(Path.GetDirectoryName(git)!, named.StartsWith("gitdir:", StringComparison.Ordinal) ? named["gitdir:".Length..].Trim() : named);
        var common = Text(Path.Combine(own, "commondir")).Trim();
        return Path.Combine(own, common, "config");
    }

    private static List<string> HostsOf(string config) =>
        [.. Remote().Matches(Text(config)).Select(remote => remote.Groups["host"].Value).Distinct()];

    private static string Text(string path) => AtomicFile.Read(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";

    // https://user@host/…, ssh://git@host:22/… and git@host:path.
    [GeneratedRegex(@"^\s*url\s*=\s*(?:\w+://)?(?:[^@/\s]+@)?(?<host>[\w.-]+)[:/]", RegexOptions.Multiline)]
    private static partial Regex Remote();
}
