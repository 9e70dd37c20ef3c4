namespace SchemaSnapshot.Model;

/// <summary>
/// A kind of object for which the server's own definition says it all. Declared here and nowhere else:
/// reading, writing, comparing and documenting go through <see cref="All"/>.
/// </summary>
/// <param name="Id">Identifies the kind; also the name of the query that reads it.</param>
/// <param name="Name">PostgreSQL's word for one object of the kind, in lower case.</param>
/// <param name="Level">What an object of the kind belongs to.</param>
public sealed record DefinedKind(string Id, string Name, DefinedLevel Level)
{
    /// <summary>All kinds, in the order in which they are written.</summary>
    public static ValueList<DefinedKind> All { get; } =
    [
        new("triggers", "trigger", DefinedLevel.Relation),
        new("rules", "rule", DefinedLevel.Relation),
        new("policies", "policy", DefinedLevel.Relation),
        new("relation_privileges", "privilege", DefinedLevel.Relation) { Key = "privileges", IsPrivilege = true },
        new("statistics", "statistics", DefinedLevel.Schema),
        new("collations", "collation", DefinedLevel.Schema),
        new("operators", "operator", DefinedLevel.Schema),
        new("text_search_dictionaries", "text search dictionary", DefinedLevel.Schema),
        new("text_search_configurations", "text search configuration", DefinedLevel.Schema),
        new("schema_privileges", "privilege", DefinedLevel.Schema) { Key = "privileges", IsPrivilege = true },
        new("extensions", "extension", DefinedLevel.Database),
        new("casts", "cast", DefinedLevel.Database),
        new("event_triggers", "event trigger", DefinedLevel.Database),
        new("foreign_data_wrappers", "foreign-data wrapper", DefinedLevel.Database),
        new("foreign_servers", "server", DefinedLevel.Database),
        new("publications", "publication", DefinedLevel.Database),
        new("default_privileges", "default privilege", DefinedLevel.Database) { IsPrivilege = true },
        new("database_privileges", "privilege", DefinedLevel.Database) { Key = "privileges", IsPrivilege = true },
    ];

    /// <summary>The key in the schema map.</summary>
    public string Key { get; init; } = Id;

    /// <summary>Whether it is about who may do what; a snapshot can do without these.</summary>
    public bool IsPrivilege { get; init; }

    /// <summary>The kinds of one level.</summary>
    public static IEnumerable<DefinedKind> At(DefinedLevel level) => All.Where(kind => kind.Level == level);
}
