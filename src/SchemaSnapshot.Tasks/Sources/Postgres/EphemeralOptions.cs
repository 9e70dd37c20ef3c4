namespace SchemaSnapshot.Tasks.Sources;

/// <summary>How the ephemeral server is set up: the same everywhere, for as little time and memory as can be.</summary>
internal static class EphemeralOptions
{
    /// <summary>Options of <c>initdb</c>; plain words without blanks. Small segments make less to copy.</summary>
    public const string InitDb = "--username=postgres --auth=scram-sha-256 --no-locale --encoding=UTF8 --no-sync --wal-segsize=1";

    private static readonly string[] Settings =
    [
        // Nothing outlives the build, so nothing needs to survive a crash.
        "fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0", "restart_after_crash=off",
        "max_wal_size=1GB", "checkpoint_timeout=1h",
        // Statistics come from the scripts' own ANALYZE alone, not from when a worker happened to run.
        "autovacuum=off",
        "jit=off", "shared_buffers=16MB", "max_connections=20", "max_logical_replication_workers=0",
        // A script in one transaction locks every table that it creates.
        "max_locks_per_transaction=1024",
        // What the server says and makes of dates must not depend on the machine.
        "timezone=UTC", "log_timezone=UTC", "lc_messages=C",
        "logging_collector=off", "log_destination=stderr",
    ];

    /// <summary>Options of <c>postgres</c> besides the socket's directory; plain words without blanks.</summary>
    /// <param name="port">The port on the loopback interface, where there are no Unix sockets.</param>
    public static string Server(int? port)
    {
        // In sh, an empty value after "=" is a plain word too. Shared memory in files is removed with the directory, whoever kills the server.
        string[] own = port is null
            ? ["listen_addresses=", "unix_socket_permissions=0700", "dynamic_shared_memory_type=mmap"]
            : ["listen_addresses=127.0.0.1", $"port={port}"];
        return string.Join(' ', own.Concat(Settings).Select(setting => "-c " + setting));
    }
}
