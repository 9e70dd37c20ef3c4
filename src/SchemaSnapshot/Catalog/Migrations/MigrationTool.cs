namespace SchemaSnapshot.Catalog;

/// <summary>A migration tool, and what its table is known by: other programs have tables of the same names.</summary>
/// <param name="Name">The tool's name.</param>
/// <param name="Query">The file of <c>Catalog/Migrations</c> that asks its table.</param>
/// <param name="Tables">What the table is called.</param>
/// <param name="Columns">The columns that it has.</param>
internal sealed record MigrationTool(string Name, string Query, string[] Tables, string[] Columns)
{
    /// <summary>All tools; of two that a table fits, the first counts.</summary>
    public static IReadOnlyList<MigrationTool> All { get; } =
    [
        new("Entity Framework", "entity_framework", ["__EFMigrationsHistory"], ["MigrationId", "ProductVersion"]),
        new("Entity Framework", "entity_framework_snake", ["__EFMigrationsHistory", "__ef_migrations_history"], ["migration_id", "product_version"]),
        new("Flyway", "flyway", ["flyway_schema_history", "schema_version"], ["installed_rank", "version", "type", "script", "success"]),
        new("Liquibase", "liquibase", ["databasechangelog"], ["id", "author", "filename", "dateexecuted", "orderexecuted", "exectype"]),
        new("Alembic", "alembic", ["alembic_version"], ["version_num"]),
        new("DbUp", "dbup", ["schemaversions"], ["schemaversionsid", "scriptname", "applied"]),
        new("Evolve", "evolve", ["changelog"], ["id", "type", "version", "checksum", "installed_by", "installed_on", "success"]),
        new("FluentMigrator", "fluent_migrator", ["VersionInfo"], ["Version", "AppliedOn"]),
        new("Prisma", "prisma", ["_prisma_migrations"], ["migration_name", "checksum", "started_at", "finished_at", "rolled_back_at"]),
        new("goose", "goose", ["goose_db_version"], ["id", "version_id", "is_applied"]),
        new("golang-migrate", "golang_migrate", ["schema_migrations"], ["version", "dirty"]),
        new("Rails", "numbers", ["schema_migrations"], ["version"]) { HasNoOther = true, Companion = "ar_internal_metadata" },
        new("dbmate", "numbers", ["schema_migrations"], ["version"]) { HasNoOther = true },
    ];

    /// <summary>Whether the table has no other columns.</summary>
    public bool HasNoOther { get; init; }

    /// <summary>A table that must stand beside it.</summary>
    public string? Companion { get; init; }

    /// <summary>Whether a table is this tool's.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="neighbours">The relations of its schema.</param>
    public bool Owns(string table, IReadOnlyCollection<string> columns, IReadOnlyCollection<string> neighbours) =>
        Tables.Contains(table, StringComparer.OrdinalIgnoreCase)
        && Columns.All(columns.Contains)
        && (!HasNoOther || columns.Count == Columns.Length)
        && (Companion is null || neighbours.Contains(Companion));

    /// <summary>The statement that asks a table.</summary>
    /// <param name="quotedTable">The table, as SQL names it.</param>
    public string Ask(string quotedTable)
    {
        using var reader = new StreamReader(typeof(MigrationTool).Assembly.GetManifestResourceStream($"Migrations/{Query}.sql")!);
        return reader.ReadToEnd().Replace("{table}", quotedTable, StringComparison.Ordinal);
    }
}
