using System.Runtime.CompilerServices;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>A git repository with a remote, in which pipelines and hooks run.</summary>
internal sealed class GitSandbox
{
    public GitSandbox(PackedPackages packages, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The hook and the pipelines are shell scripts.");
        Sandbox = new(packages, file, test)
        {
            ["GIT_CONFIG_GLOBAL"] = "/dev/null",
            ["GIT_CONFIG_NOSYSTEM"] = "1",
            ["GIT_AUTHOR_NAME"] = "A",
            ["GIT_AUTHOR_EMAIL"] = "a@example.com",
            ["GIT_COMMITTER_NAME"] = "A",
            ["GIT_COMMITTER_EMAIL"] = "a@example.com",
        };
    }

    /// <summary>The working tree.</summary>
    public Sandbox Sandbox { get; }

    /// <summary>Makes the repository and, beside it, its remote.</summary>
    public async Task<GitSandbox> InitAsync()
    {
        await GitAsync("init", "--quiet", "--initial-branch=main");
        await GitAsync("init", "--quiet", "--bare", "--initial-branch=main", Remote);
        await GitAsync("remote", "add", "origin", Remote);
        return this;
    }

    /// <summary>The path of the remote.</summary>
    public string Remote => $"{Sandbox.Root}.git";

    /// <summary>Runs git; gives what it printed.</summary>
    public async Task<string> GitAsync(params string[] arguments) => (await Sandbox.RunProgramAsync("git", arguments)).Succeeded().Output;

    /// <summary>Commits all there is.</summary>
    public async Task<BuildResult> CommitAsync(string message)
    {
        await GitAsync("add", "--all");
        return await Sandbox.RunProgramAsync("git", "commit", "--message", message);
    }

    /// <summary>A program that writes how it was called to a file, with the text of a file that it was given, and prints what it is told to.</summary>
    public GitSandbox WriteRecorder(string program, string body)
    {
        var path = Path.Combine(".tools", program);
        Sandbox.Write(path, $"#!/bin/sh\nprintf '{program} %s\\n' \"$*\" >> '{Calls}'\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Sandbox.PathOf(path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Sandbox["PATH"] = $"{Sandbox.PathOf(".tools")}:{Environment.GetEnvironmentVariable("PATH")}";
        Sandbox.Write(".git/info/exclude", ".tools/\n*.binlog\n");
        return this;
    }

    /// <summary>How the recorders were called, and a new page for them.</summary>
    public string TakeCalls()
    {
        var calls = File.Exists(Calls) ? File.ReadAllText(Calls) : "";
        File.Delete(Calls);
        return calls;
    }

    /// <summary>Runs the scripts of a job one after the other, as a CI server does.</summary>
    public async Task<BuildResult> RunJobAsync(string yaml, string job)
    {
        BuildResult? result = null;
        foreach (var script in PipelineScripts.Of(Sandbox.Read(yaml), job))
        {
            Sandbox.Write(".tools/step.sh", script);
            result = await Sandbox.RunProgramAsync("bash", "--noprofile", "--norc", "-eo", "pipefail", ".tools/step.sh");
            if (result.ExitCode != 0)
            {
                return result;
            }
        }

        return result!;
    }

    private string Calls => Sandbox.PathOf(".tools/calls");
}
