namespace SchemaSnapshot.DatabaseTests.Servers;

/// <summary>How much of what never ends is tried: a change's own checks have minutes, <c>SCHEMASNAPSHOT_TEST_FULL=1</c> takes the time it needs.</summary>
internal static class TestRun
{
    /// <summary>Whether all of it is wanted.</summary>
    public static bool IsFull => Environment.GetEnvironmentVariable("SCHEMASNAPSHOT_TEST_FULL") is { Length: > 0 };

    /// <summary>The oldest and the newest version, between which little differs; all of them in a full run.</summary>
    public static TheoryData<int> Majors => IsFull ? PostgresServers.Majors : [PostgresServers.Oldest, PostgresServers.Newest];
}
