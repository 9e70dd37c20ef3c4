namespace SchemaSnapshot.Tasks.Sources;

/// <summary>The user that a build under root starts the server as, since PostgreSQL refuses to run under root.</summary>
internal static class UnprivilegedUser
{
    /// <summary>Its name, or null where the build's own user serves.</summary>
    public static string? Name => OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess ? null : Exists("postgres") ? "postgres" : "nobody";

    private static bool Exists(string user) =>
        File.Exists("/etc/passwd") && File.ReadLines("/etc/passwd").Any(line => line.StartsWith(user + ":", StringComparison.Ordinal));
}
