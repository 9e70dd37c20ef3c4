using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Export;
using static SchemaSnapshot.Tasks.Export.PropertyValue;

namespace SchemaSnapshot.Tasks;

/// <summary>A task that knows what the project says of drift. An item comes as a line: its name, a tab, and its one metadatum.</summary>
public abstract class PolicyTask : CommandTask
{
    /// <summary>The <c>SchemaSnapshotRule</c> items with their <c>Severity</c>.</summary>
    public string? RuleSettings { get; set; }

    /// <summary>The <c>SchemaSnapshotUse</c> items with their <c>Access</c>.</summary>
    public string? Uses { get; set; }

    /// <summary>The <c>SchemaSnapshotRename</c> items with their <c>To</c>.</summary>
    public string? Renames { get; set; }

    /// <summary><c>SchemaSnapshotSchemas</c>.</summary>
    public string? Schemas { get; set; }

    /// <summary><c>SchemaSnapshotExcludeSchemas</c>.</summary>
    public string? ExcludeSchemas { get; set; }

    /// <summary><c>SchemaSnapshotTables</c>.</summary>
    public string? Tables { get; set; }

    /// <summary><c>SchemaSnapshotExcludeTables</c>.</summary>
    public string? ExcludeTables { get; set; }

    /// <summary><c>SchemaSnapshotPrivileges</c>.</summary>
    public string? Privileges { get; set; }

    /// <summary>Those codes of <c>WarningsAsErrors</c> that are ours.</summary>
    public string? WarningsAsErrors { get; set; }

    /// <summary>Those codes of <c>NoWarn</c>, <c>WarningsNotAsErrors</c> and <c>MSBuildWarningsAsMessages</c> that are ours.</summary>
    public string? WarningsNotAsErrors { get; set; }

    /// <summary>All these parameters as they stand.</summary>
    private protected string PolicyRequest => string.Join('\n', new[]
    {
        RuleSettings, Uses, Renames, Schemas, ExcludeSchemas, Tables, ExcludeTables, Privileges, WarningsAsErrors, WarningsNotAsErrors,
    });

    private protected DriftPolicy ReadPolicy() => new()
    {
        Scope = SnapshotScope.Parse(Words(Schemas), Words(ExcludeSchemas), Words(Tables), Words(ExcludeTables)),
        Uses = new(Items(Uses).Select(item => new Use(
            QualifiedGlob.Parse(item.Name),
            Word($"The Access of SchemaSnapshotUse {item.Name}", item.Value, Access.Read, Access.Write, Access.Both) ?? Access.Both)).ToValueList()),
        Renames = [.. Items(Renames).Select(item => new DeclaredRename(item.Name, item.Value ?? throw NoNewName(item.Name)))],
        Severities = new()
        {
            Asked = RuleItems.Read(Items(RuleSettings)),
            Errors = Codes(WarningsAsErrors),
            NeverErrors = Codes(WarningsNotAsErrors),
        },
        Privileges = Flag("SchemaSnapshotPrivileges", Privileges, otherwise: true),
    };

    private static SnapshotException NoNewName(string name) =>
        new(Rules.UnknownValue.At($"SchemaSnapshotRename {name} has no To. Write the new name there: To=\"public.new\"."));
}
