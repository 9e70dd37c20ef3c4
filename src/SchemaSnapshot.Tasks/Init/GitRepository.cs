using System.Text;
using System.Text.RegularExpressions;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.Tasks.Init;

/// <summary>The git repository around a project.</summary>
/// <param name="Root">The folder of its working tree.</param>
/// <param name="Hosts">The hosts of its remotes.</param>
/// <param name="Commit">The commit that is checked out; null where there is none yet.</param>
internal sealed partial record GitRepository(string Root, IReadOnlyList<string> Hosts, string? Commit)
{
    /// <summary>Looks for it from a folder upwards; null where there is none.</summary>
    public static GitRepository? Around(string directory)
    {
        if (RootAround(directory) is not { } root)
        {
            return null;
        }

        var (own, common) = Folders(Path.Combine(root, ".git"));
        return new(root, HostsOf(Path.Combine(common, "config")), CommitOf(own, common));
    }

    /// <summary>The root of its working tree; null where there is none.</summary>
    public static string? RootAround(string directory)
    {
        for (var root = directory; root is not null; root = Path.GetDirectoryName(root))
        {
            if (Path.Exists(Path.Combine(root, ".git")))
            {
                return root;
            }
        }

        return null;
    }

    // In a worktree or submodule .git is a file that names the folder; a worktree's folder names the common one in turn.
    private static (string Own, string Common) Folders(string git)
    {
        if (!File.Exists(git))
        {
            return (git, git);
        }

        var named = Text(git).Trim();
        var own = Path.Combine(Path.GetDirectoryName(git)!, named.StartsWith("gitdir:", StringComparison.Ordinal) ? named["gitdir:".Length..].Trim() : named);
        return (own, Path.Combine(own, Text(Path.Combine(own, "commondir")).Trim()));
    }

    private static string? CommitOf(string own, string common)
    {
        var head = Text(Path.Combine(own, "HEAD")).Trim();
        var name = head.StartsWith("ref: ", StringComparison.Ordinal) ? head["ref: ".Length..] : null;
        // A branch is a file of its own, or a line among many.
        var commit = name is null ? head
            : Text(Path.Combine(common, name)) is { Length: > 0 } loose ? loose.Trim()
            : Text(Path.Combine(common, "packed-refs")).Split('\n').FirstOrDefault(line => line.TrimEnd().EndsWith($" {name}", StringComparison.Ordinal))?.Split(' ')[0];
        return commit?.Length is 40 or 64 && commit.All(char.IsAsciiHexDigit) ? commit : null;
    }

    private static List<string> HostsOf(string config) =>
        [.. Remote().Matches(Text(config)).Select(remote => remote.Groups["host"].Value).Distinct()];

    private static string Text(string path) => AtomicFile.Read(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";

    // https://user@host/…, ssh://git@host:22/… and git@host:path.
    [GeneratedRegex(@"^\s*url\s*=\s*(?:\w+://)?(?:[^@/\s]+@)?(?<host>[\w.-]+)[:/]", RegexOptions.Multiline)]
    private static partial Regex Remote();
}
