namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Whose rules say which scripts run, which part of them, and in which order.</summary>
public enum ScriptTool
{
    /// <summary>Nobody's: every script, in ordinal order of the paths.</summary>
    Plain,

    /// <summary>As plain ones, for what pg_dump wrote and somebody took the header off.</summary>
    PgDump,

    /// <summary>Flyway, and Evolve, which names its scripts likewise.</summary>
    Flyway,

    /// <summary>dbmate.</summary>
    Dbmate,

    /// <summary>goose.</summary>
    Goose,

    /// <summary>sql-migrate.</summary>
    SqlMigrate,

    /// <summary>golang-migrate, and sqlx, which names its scripts likewise.</summary>
    GolangMigrate,

    /// <summary>Prisma Migrate.</summary>
    Prisma,
}
