namespace SchemaSnapshot.Tasks.Sources;

/// <summary>The user that a build under root starts the server as, since PostgreSQL refuses to run under root.</summary>
internal static class UnprivilegedUser
{
    /// <summary>
    /// Its name, or null where the build's own user serves. Not <c>postgres</c>: the machine's databases may belong to that user, and
    /// scripts could read and change them.
    /// </summary>
    public static string? Name => OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess ? null : "nobody";
}
