using SchemaSnapshot.Model;
using static SchemaSnapshot.UnitTests.Rendering.Make;

namespace SchemaSnapshot.UnitTests.Hostile;

/// <summary>A schema that has each of some names in every place where one may stand.</summary>
internal static class NamedSchema
{
    public static DatabaseSnapshot Of(string[] names) => new()
    {
        Database = names[0],
        Host = names[^1],
        Comment = string.Join('\n', names),
        Schemas = [Schema(names[0], names)],
        Objects = [.. names.Take(3).Select(name => Defined("extensions", name, name, name, new ObjectProperty(name, name)))],
    };

    /// <summary>Few tables with many columns each, in a schema with a plain name: the least there is to draw and compile.</summary>
    public static DatabaseSnapshot Wide(IEnumerable<string> names, int columns) => new()
    {
        Database = "d",
        Schemas = [new Schema { Name = "s", Tables = [.. names.Chunk(columns).Select(chunk => new Relation { Name = chunk[0], Comment = chunk[^1], Columns = [.. chunk.Select(name => Column(name, "text", nullable: true, value: $"'{name}'", comment: name))], PrimaryKey = PrimaryKey(chunk[0], chunk[0]) })] }],
    };

    private static Schema Schema(string schema, string[] names) => new()
    {
        Name = schema,
        Comment = schema,
        Tables = [.. names.Select((name, i) => Table(schema, name, names[(i + 1) % names.Length]))],
        Views = [new Relation { Name = $"view {schema}", Kind = RelationKind.View, Columns = [.. names.Select(name => Column(name, name))], Definition = string.Join('\n', names) }],
        Sequences = [.. names.Select(name => new Sequence { Name = $"{name} seq", Type = "bigint", Comment = name })],
        Enums = [new EnumType { Name = $"enum {schema}", Labels = [.. names], Comment = schema }],
        Domains = [.. names.Select(name => new DomainType { Name = $"{name} domain", Type = name, Default = name, Comment = name })],
        Functions = [.. names.Select(name => new Routine { Name = name, Signature = $"{name}({name})", Arguments = name, Result = name, Language = name, Volatility = "stable", Definition = name, Comment = name })],
    };

    private static Relation Table(string schema, string name, string next) => new()
    {
        Name = name,
        Comment = name,
        Columns = [Column(name, name, comment: name, value: name), Column($"{name} next", name, nullable: true)],
        PrimaryKey = PrimaryKey(name, name) with { Comment = name },
        ForeignKeys = [ForeignKey(name, [$"{name} next"], schema, next, [next])],
        CheckConstraints = [Check(name, name)],
        Indexes = [Index(name, name, name) with { Predicate = name, Options = name }],
        Objects = [Defined("triggers", name, name, name), Defined("policies", name, name, name)],
        RowCount = 1,
    };
}
