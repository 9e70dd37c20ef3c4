using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Makes the objects of which the server's own definition says all, but for those of relations and for privileges.</summary>
internal sealed class DefinedObjects(DdlPaths paths)
{
    /// <summary>Makes an object that lives in a schema.</summary>
    public DdlObject InSchema(string schema, DefinedObject item)
    {
        var name = SqlText.Name(schema, item.Name);
        ValueList<string> owner = DdlPaths.Schema(schema);
        return item.Kind.Id switch
        {
            "collations" => Make(item, owner, "COLLATION", name, DdlGroup.Collation),
            "operators" => Make(item, owner, "OPERATOR", $"{SqlText.Name(schema)}.{item.Name}", DdlGroup.Operator),
            "text_search_dictionaries" => Make(item, owner, "TEXT SEARCH DICTIONARY", name, DdlGroup.TextSearch),
            "text_search_configurations" => Make(item, owner, "TEXT SEARCH CONFIGURATION", name, DdlGroup.TextSearch),
            "statistics" => Statistics(Make(item, owner, "STATISTICS", name, DdlGroup.Statistics), item),
            _ => throw Unknown(item),
        };
    }

    /// <summary>Makes an object that lives in the database.</summary>
    public DdlObject InDatabase(DefinedObject item, ExtensionSchemas extensions)
    {
        var name = SqlText.Name(item.Name);
        return item.Kind.Id switch
        {
            "extensions" => Extension(Make(item, [], "EXTENSION", name, DdlGroup.Extension), item, extensions),
            "casts" => Make(item, [], "CAST", item.Name, DdlGroup.Cast),
            "event_triggers" => EventTrigger(Make(item, [], "EVENT TRIGGER", name, DdlGroup.EventTrigger), name, item),
            "foreign_data_wrappers" => HiddenOptions(Make(item, [], "FOREIGN DATA WRAPPER", name, DdlGroup.ForeignData), item),
            "foreign_servers" => HiddenOptions(Make(item, [], "SERVER", name, DdlGroup.ForeignData), item),
            "publications" => Publication(Make(item, [], "PUBLICATION", name, DdlGroup.Publication), item),
            _ => throw Unknown(item),
        };
    }

    /// <summary>The value of a property; null where the object has none of that name.</summary>
    public static string? Property(DefinedObject item, string name) => item.Properties.FirstOrDefault(property => property.Name == name)?.Value;

    /// <summary>An error for a kind that is new and unknown here.</summary>
    public static InvalidOperationException Unknown(DefinedObject item) => new($"No DDL is known for the {item.Kind.Name} {item.Name}.");

    private DdlObject Make(DefinedObject item, ValueList<string> owner, string word, string name, DdlGroup group) => new()
    {
        Path = DdlPaths.Part(owner, item.Kind.Key, item.Name),
        Kind = item.Kind.Name,
        Name = name,
        Record = item,
        Group = group,
        // The definition of a text search configuration is several statements.
        Create = [.. SqlStatementSplitter.Split(item.Definition).Select(statement => statement.Text), .. CommentSql.IfAny($"{word} {name}", item.Comment)],
        Drop = $"DROP {word} {name}",
        Owner = owner,
        Needs = paths.Needs(item.DependsOn, owner.Count == 0 ? [] : [owner]),
    };

    private static DdlObject Insert(DdlObject made, string statement) => made with { Create = [made.Create[0], statement, .. made.Create.Skip(1)] };

    /// <summary>Statistics need their table without being of it, and the server's definition does not say their target.</summary>
    private DdlObject Statistics(DdlObject made, DefinedObject item)
    {
        const string from = " FROM ";
        var start = SqlScan.IndexOf(item.Definition, from);
        var table = Comparison.Identifier.Split(item.Definition[(start + from.Length)..]);
        var needed = ((string[])["table", "materialized view"]).Select(kind => paths.Of(new ObjectReference(kind, table[0], table[^1]))).OfType<ValueList<string>>().ToList();
        made = made with { Owner = needed.FirstOrDefault() ?? made.Owner, Needs = [.. made.Needs, .. needed] };
        return Property(item, "statistics_target") is { } target ? Insert(made, $"ALTER STATISTICS {made.Name} SET STATISTICS {target}") : made;
    }

    private static DdlObject Extension(DdlObject made, DefinedObject item, ExtensionSchemas extensions)
    {
        var version = Property(item, "version") is { } wanted ? $" VERSION {SqlText.Literal(wanted)}" : "";
        var home = extensions.MissingHomeOf(item) is { } missing ? (IEnumerable<string>)[$"CREATE SCHEMA IF NOT EXISTS {SqlText.Name(missing)}"] : [];
        return made with { Create = [.. home, made.Create[0] + version, .. made.Create.Skip(1)], Needs = [.. made.Needs, extensions.HomeOf(item)] };
    }

    private static DdlObject EventTrigger(DdlObject made, string name, DefinedObject item) =>
        Property(item, "enabled") is { } enabled ? Insert(made, $"ALTER EVENT TRIGGER {name} {EnableSql.Word(enabled)}") : made;

    private static DdlObject HiddenOptions(DdlObject made, DefinedObject item)
    {
        if (Property(item, "hidden_options") is not { } hidden)
        {
            return made;
        }

        var options = string.Join(", ", hidden.Split(", ").Select(option => $"ADD {option} 'secret='"));
        return Insert(made, $"-- The values of these are secrets, which a snapshot does not hold: {hidden}\nALTER {WordOf(item)} {made.Name} OPTIONS ({options})");
    }

    private static string WordOf(DefinedObject item) => item.Kind.Id == "foreign_servers" ? "SERVER" : "FOREIGN DATA WRAPPER";

    /// <summary>PostgreSQL records which tables a publication needs, the schemas stand in its definition alone.</summary>
    private static DdlObject Publication(DdlObject made, DefinedObject item)
    {
        const string schemas = "TABLES IN SCHEMA ";
        var start = SqlScan.IndexOf(item.Definition, schemas);
        if (start < 0)
        {
            return made;
        }

        var list = item.Definition[(start + schemas.Length)..];
        var names = list[..SqlScan.IndexOf(list, " WITH (")].Split(", ").Select(name => DdlPaths.Schema(Comparison.Identifier.Split(name)[0]));
        return made with { Needs = [.. made.Needs, .. names] };
    }
}
