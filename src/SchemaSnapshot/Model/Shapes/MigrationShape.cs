namespace SchemaSnapshot.Model;

/// <summary>The shape of a <see cref="MigrationState"/>.</summary>
internal static class MigrationShape
{
    /// <summary>What the state of a migration tool consists of.</summary>
    public static Shape<MigrationState> State { get; } = new(
        "migration state",
        new MigrationState { Tool = "", Schema = "", Table = "" },
        name: null,
        [
            new TextField<MigrationState>("tool", m => m.Tool, (m, v) => m with { Tool = v! }) { IsRequired = true },
            new TextField<MigrationState>("schema", m => m.Schema, (m, v) => m with { Schema = v! }) { IsRequired = true },
            new TextField<MigrationState>("table", m => m.Table, (m, v) => m with { Table = v! }) { IsRequired = true },
            new TextField<MigrationState>("version", m => m.Version, (m, v) => m with { Version = v }),
            new FlagField<MigrationState>("failed", m => m.Failed, (m, v) => m with { Failed = v }),
        ]);
}
