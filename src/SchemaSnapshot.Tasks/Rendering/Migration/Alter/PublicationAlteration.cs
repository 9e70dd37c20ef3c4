using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Changes what a publication publishes: subscribers go on. One of all tables cannot become one of some, nor one of none.</summary>
internal sealed class PublicationAlteration(DefinedObject old, DefinedObject now) : Alteration
{
    private const string For = " FOR ";
    private const string With = " WITH (";
    private const string AllTables = "ALL TABLES";

    private readonly (string? Objects, string Options) before = Parse(old.Definition);
    private readonly (string? Objects, string Options) after = Parse(now.Definition);

    public override bool IsPossible =>
        before.Objects == after.Objects || (before.Objects != AllTables && after.Objects is not (null or AllTables));

    public override IEnumerable<MigrationStatement> Statements()
    {
        var alter = $"ALTER PUBLICATION {SqlText.Name(now.Name)} SET";
        if (before.Objects != after.Objects)
        {
            yield return new MigrationStatement($"{alter} {after.Objects}");
        }

        if (before.Options != after.Options)
        {
            yield return new MigrationStatement($"{alter} ({after.Options}{Default("publish_via_partition_root", "false")}{Default("publish_generated_columns", "none")})");
        }
    }

    // An option that is not given stays as it is.
    private string Default(string option, string value) =>
        before.Options.Contains(option, StringComparison.Ordinal) && !after.Options.Contains(option, StringComparison.Ordinal) ? $", {option} = {value}" : "";

    // CREATE PUBLICATION name [FOR …] WITH (…)
    private static (string? Objects, string Options) Parse(string definition)
    {
        var with = SqlScan.IndexOf(definition, With);
        var start = SqlScan.IndexOf(definition[..with], For);
        return (start < 0 ? null : definition[(start + For.Length)..with], definition[(with + With.Length)..^1]);
    }
}
