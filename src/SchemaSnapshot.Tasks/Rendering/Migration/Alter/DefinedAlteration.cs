using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Changes objects of which the definition says it all: what the definition does not say can be set, the definition itself cannot.</summary>
internal sealed class DefinedAlteration : Alteration
{
    private readonly IReadOnlyList<string> statements;

    private DefinedAlteration(params IReadOnlyList<string> statements) => this.statements = statements;

    /// <summary>How the object is changed.</summary>
    public static Alteration Of(MigrationObject item, DefinedObject old, DefinedObject now)
    {
        var name = SqlText.Name(now.Name);
        return now.Kind.Id switch
        {
            "extensions" when IsOlder(Property(now, "version"), Property(old, "version")) => new NoAlteration(isPossible: false),
            "extensions" => Extension(name, old, now),
            "triggers" when old.Definition == now.Definition => new DefinedAlteration(
                $"ALTER TABLE {Relation(item)} {Enabling(now)} TRIGGER {name}"),
            "rules" when old.Definition == now.Definition => new DefinedAlteration($"ALTER TABLE {Relation(item)} {Enabling(now)} RULE {name}"),
            "event_triggers" when old.Definition == now.Definition => new DefinedAlteration($"ALTER EVENT TRIGGER {name} {Enabling(now)}"),
            "statistics" when old.Definition == now.Definition => new DefinedAlteration(
                $"ALTER STATISTICS {item.To!.Name} SET STATISTICS {Property(now, "statistics_target") ?? "-1"}"),
            _ => new NoAlteration(isPossible: false),
        };
    }

    public override IEnumerable<MigrationStatement> Statements() => statements.Select(sql => new MigrationStatement(sql));

    private static DefinedAlteration Extension(string name, DefinedObject old, DefinedObject now)
    {
        var changes = new List<string>();
        if (old.Definition != now.Definition)
        {
            changes.Add($"ALTER EXTENSION {name} SET SCHEMA {now.Definition[(now.Definition.LastIndexOf(" SCHEMA ", StringComparison.Ordinal) + 8)..]}");
        }

        if (Property(now, "version") is { } version && version != Property(old, "version"))
        {
            changes.Add($"ALTER EXTENSION {name} UPDATE TO {SqlText.Literal(version)}");
        }

        return new DefinedAlteration(changes);
    }

    // Extensions bring scripts that lead to later versions, hardly ever back.
    private static bool IsOlder(string? version, string? other) =>
        Version.TryParse(version, out var one) && Version.TryParse(other, out var two) && one < two;

    private static string Relation(MigrationObject item) => ObjectPaths.Relation(item.Path) is var path ? SqlText.Name(path[1], path[3]) : "";

    private static string? Property(DefinedObject item, string name) => item.Properties.FirstOrDefault(property => property.Name == name)?.Value;

    private static string Enabling(DefinedObject item) => Property(item, "enabled") switch
    {
        "disabled" => "DISABLE",
        "replica" => "ENABLE REPLICA",
        "always" => "ENABLE ALWAYS",
        _ => "ENABLE",
    };
}
