using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Changes objects of which the definition says it all: what PostgreSQL has an <c>ALTER</c> for is altered.</summary>
internal sealed class DefinedAlteration : Alteration
{
    private readonly IReadOnlyList<string> statements;

    private DefinedAlteration(params IReadOnlyList<string> statements) => this.statements = statements;

    /// <summary>How the object is changed.</summary>
    public static Alteration Of(MigrationObject item, DefinedObject old, DefinedObject now, MigrationScene scene)
    {
        var name = SqlText.Name(now.Name);
        return now.Kind.Id switch
        {
            "extensions" when IsOlder(Ddl.DefinedObjects.Property(now, "version"), Ddl.DefinedObjects.Property(old, "version")) => new NoAlteration(isPossible: false),
            "extensions" => Extension(name, old, now, scene),
            "triggers" or "rules" => new TriggerAlteration(item, old, now, scene),
            "policies" => new PolicyAlteration(ObjectPaths.RelationName(item.Path), old, now),
            "publications" => new PublicationAlteration(old, now),
            "foreign_servers" => new ForeignDataAlteration("SERVER", ["VERSION"], old, now),
            "foreign_data_wrappers" => new ForeignDataAlteration("FOREIGN DATA WRAPPER", ["HANDLER", "VALIDATOR"], old, now),
            "text_search_configurations" => new TextSearchAlteration(item),
            "text_search_dictionaries" => new DictionaryAlteration(item.To!.Name, old, now),
            "operators" => new OperatorAlteration(item, old, now, scene),
            "event_triggers" when old.Definition == now.Definition => new DefinedAlteration($"ALTER EVENT TRIGGER {name} {EnableSql.Word(Ddl.DefinedObjects.Property(now, "enabled"))}"),
            "statistics" when old.Definition == now.Definition => new DefinedAlteration(
                $"ALTER STATISTICS {item.To!.Name} SET STATISTICS {Ddl.DefinedObjects.Property(now, "statistics_target") ?? "-1"}"),
            _ => new NoAlteration(isPossible: false),
        };
    }

    public override IEnumerable<MigrationStatement> Statements() => statements.Select(sql => new MigrationStatement(sql));

    private static DefinedAlteration Extension(string name, DefinedObject old, DefinedObject now, MigrationScene scene)
    {
        var changes = new List<string>();
        if (old.Definition != now.Definition)
        {
            changes.Add($"ALTER EXTENSION {name} SET SCHEMA {now.Definition[(now.Definition.LastIndexOf(" SCHEMA ", StringComparison.Ordinal) + 8)..]}");
        }

        if (Ddl.DefinedObjects.Property(now, "version") is { } version && version != Ddl.DefinedObjects.Property(old, "version"))
        {
            changes.Add($"ALTER EXTENSION {name} UPDATE TO {SqlText.Literal(version)}");
        }
        else
        {
            changes.AddRange(Members(name, old, now, scene));
        }

        return new DefinedAlteration(changes);
    }

    // What another version makes and drops is the matter of its script; this is what somebody has given to the extension or taken from it.
    private static IEnumerable<string> Members(string name, DefinedObject old, DefinedObject now, MigrationScene scene)
    {
        var (before, after) = (ExtensionSchemas.MadeBy(old), ExtensionSchemas.MadeBy(now));
        foreach (var schema in after.Except(before))
        {
            if (scene.Find(DdlPaths.Schema(schema))?.From is null)
            {
                yield return $"CREATE SCHEMA {SqlText.Name(schema)}";
            }

            yield return $"ALTER EXTENSION {name} ADD SCHEMA {SqlText.Name(schema)}";
        }

        foreach (var schema in before.Except(after))
        {
            yield return $"ALTER EXTENSION {name} DROP SCHEMA {SqlText.Name(schema)}";
            if (scene.Find(DdlPaths.Schema(schema))?.To is null)
            {
                yield return $"DROP SCHEMA {SqlText.Name(schema)}";
            }
        }
    }

    // Extensions bring scripts that lead to later versions, hardly ever back.
    private static bool IsOlder(string? version, string? other) =>
        Version.TryParse(version, out var one) && Version.TryParse(other, out var two) && one < two;
}
