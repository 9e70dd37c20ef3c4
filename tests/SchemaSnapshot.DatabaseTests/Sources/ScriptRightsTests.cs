using System.Runtime.Versioning;
using Npgsql;

namespace SchemaSnapshot.DatabaseTests.Sources;

/// <summary>What scripts may do outside of the ephemeral server, as SECURITY.md says: they are trusted like the project, but never with root's rights.</summary>
[UnsupportedOSPlatform("windows")] // But for the tests, which skip themselves there.
public sealed class ScriptRightsTests(EphemeralServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scripts_of_a_build_under_root_have_no_rights_but_those_of_everybody()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Only root's builds start the server as somebody else.");
            return;
        }

        using var folder = new TemporaryFolder();
        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
        var secret = folder.Write("secret", "s3cr3t");
        File.SetUnixFileMode(secret, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var connection = await server.CreateDatabaseAsync();

        Assert.Equal("nobody", await RunAsync(connection, "CREATE TABLE said (line text); COPY said FROM PROGRAM 'id -un'; SELECT line FROM said"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await FailureAsync(connection, $"SELECT pg_read_file('{secret}')"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await FailureAsync(connection, $"COPY said FROM '{secret}'"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await FailureAsync(connection, $"COPY said TO '{folder.Path}/planted'"));
        Assert.Equal(PostgresErrorCodes.ExternalRoutineException, await FailureAsync(connection, $"COPY said FROM PROGRAM 'cat \"{secret}\"'"));
        Assert.Equal(PostgresErrorCodes.ExternalRoutineException, await FailureAsync(connection, $"COPY said FROM PROGRAM 'kill -0 {Environment.ProcessId}'"));
    }

    [Theory]
    [InlineData("COPY said TO PROGRAM 'cat >/dev/null'")]
    [InlineData("COPY said FROM PROGRAM 'id'")]
    [InlineData("COPY said FROM '/etc/passwd'")]
    [InlineData("SELECT pg_read_file('/etc/passwd')")]
    [InlineData("LOAD 'plpgsql'")]
    public async Task Scripts_may_do_what_the_users_programs_may(string statement)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs and files are those of Unix.");
        await using var connection = await server.CreateDatabaseAsync();

        await RunAsync(connection, $"CREATE TABLE said (line text); {statement}");
    }

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Ct);
    }

    private static async Task<string> FailureAsync(NpgsqlConnection connection, string sql) =>
        (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(connection, sql))).SqlState;
}
