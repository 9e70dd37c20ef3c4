using System.Collections.Concurrent;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>
/// Build processes that stay, one for each command that runs at a time: a new one spends most of its life in compiling MSBuild and NuGet.
/// A server takes the environment and the directory of the command that it serves.
/// </summary>
internal sealed class BuildServers(string run)
{
    // Servers are told apart by what a client has to know of them.
    private const string Salt = "MSBUILDNODEHANDSHAKESALT";

    private readonly ConcurrentStack<string> idle = [];
    private int count;

    /// <summary>Runs something with the variables by which a command finds a server that is free.</summary>
    public async Task<T> UseAsync<T>(Func<IReadOnlyDictionary<string, string?>, Task<T>> run)
    {
        var server = Take();
        try
        {
            return await run(Variables(server));
        }
        finally
        {
            idle.Push(server);
        }
    }

    /// <summary>Ends all that are idle.</summary>
    public async Task StopAsync(string directory, IReadOnlyDictionary<string, string?> environment)
    {
        while (idle.TryPop(out var server))
        {
            await Dotnet.RunAsync(
                directory,
                ["build-server", "shutdown", "--msbuild"],
                new Dictionary<string, string?>(Variables(server).Concat(environment).DistinctBy(variable => variable.Key)),
                Path.Combine(TestEnvironment.Transcripts, "build-servers.log"));
        }
    }

    private static Dictionary<string, string?> Variables(string server) => new()
    {
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "0",
        [Salt] = server,
    };

    private string Take() => idle.TryPop(out var server) ? server : $"{run}-{Interlocked.Increment(ref count)}";
}
