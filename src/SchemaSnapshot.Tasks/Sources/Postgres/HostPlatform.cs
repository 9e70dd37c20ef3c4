using System.Runtime.InteropServices;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>The names that NuGet and npm give to the machine that builds.</summary>
internal static class HostPlatform
{
    private static readonly string Architecture = RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    /// <summary>Its name in NuGet: <c>linux-x64</c>, <c>osx-arm64</c>, <c>win-x64</c>…</summary>
    public static string Rid { get; } = Name("osx", "win");

    /// <summary>Its name in npm: <c>linux-x64</c>, <c>darwin-arm64</c>, <c>windows-x64</c>…</summary>
    public static string Npm { get; } = Name("darwin", "windows");

    /// <summary>The file name of a program.</summary>
    public static string Executable(string name) => OperatingSystem.IsWindows() ? name + ".exe" : name;

    private static string Name(string mac, string windows)
    {
        var system = OperatingSystem.IsWindows() ? windows : OperatingSystem.IsMacOS() ? mac : "linux";
        return $"{system}-{Architecture}";
    }
}
