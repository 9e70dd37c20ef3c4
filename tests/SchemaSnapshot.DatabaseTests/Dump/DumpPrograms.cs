using System.Diagnostics;
using System.Text.RegularExpressions;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Dump;

/// <summary>pg_dump and pg_restore, which npm's packages of PostgreSQL lack.</summary>
/// <param name="directory">Where they lie.</param>
/// <param name="major">Their major version.</param>
internal sealed partial class DumpPrograms(string directory, int major)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Their major version.</summary>
    public int Major => major;

    /// <summary>The newest on this machine of a version that is supported; skips the test where there are none.</summary>
    public static async Task<DumpPrograms> FindAsync(int oldest, int newest)
    {
        var found = new List<DumpPrograms>();
        foreach (var directory in await PostgresPlaces.MachineAsync(new PostgresSearch { ProjectDirectory = "" }, Ct))
        {
            if (await MajorAsync(directory) is { } major && major >= oldest && major <= newest)
            {
                found.Add(new DumpPrograms(directory, major));
            }
        }

        var programs = found.MaxBy(one => one.Major);
        Assert.SkipWhen(programs is null, $"There is no pg_dump {oldest} to {newest} on this machine, neither on PATH nor in the usual places.");
        return programs;
    }

    /// <summary>Runs one of them and gives its output.</summary>
    public async Task<string> RunAsync(string program, string[] arguments, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(Program(directory, program), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(Ct);
        var output = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await errors}");
        return output;
    }

    private static async Task<int?> MajorAsync(string directory)
    {
        if (!File.Exists(Program(directory, "pg_dump")) || !File.Exists(Program(directory, "pg_restore")))
        {
            return null;
        }

        var version = await ProgramOutput.ReadAsync(Program(directory, "pg_dump"), "--version", Ct);
        return version is not null && Version().Match(version) is { Success: true } match ? int.Parse(match.Value, null) : null;
    }

    private static string Program(string directory, string name) => Path.Combine(directory, HostPlatform.Executable(name));

    [GeneratedRegex(@"(?<=\) )\d+")]
    private static partial Regex Version();
}
