using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Dump;

/// <summary>Which comments pg_dump has to list, going by a snapshot; without quotes, and a routine without its arguments.</summary>
internal static class CommentEntries
{
    /// <summary>The entries.</summary>
    public static IEnumerable<string> Of(DatabaseSnapshot snapshot) =>
        from entry in snapshot.Schemas.SelectMany(InSchema).Concat(Defined("-", snapshot.Objects, ""))
        where entry.Comment is not null
        select $"COMMENT {entry.Name}".Replace("\"", "", StringComparison.Ordinal);

    private static IEnumerable<(string Name, string? Comment)> InSchema(Schema schema) =>
    [
        ($"- SCHEMA {schema.Name}", schema.Comment),
        .. schema.Sequences.Select(item => ($"{schema.Name} SEQUENCE {item.Name}", item.Comment)),
        .. schema.Enums.Select(item => ($"{schema.Name} TYPE {item.Name}", item.Comment)),
        .. schema.RangeTypes.Select(item => ($"{schema.Name} TYPE {item.Name}", item.Comment)),
        .. schema.CompositeTypes.Select(item => ($"{schema.Name} TYPE {item.Name}", item.Comment)),
        .. schema.CompositeTypes.SelectMany(item => Columns(schema, item.Name, item.Attributes)),
        .. schema.Domains.Select(item => ($"{schema.Name} DOMAIN {item.Name}", item.Comment)),
        .. schema.Domains.SelectMany(item => Constraints(schema, $"DOMAIN {item.Name}", item.Constraints)),
        .. schema.Functions.Concat(schema.WindowFunctions).Select(item => ($"{schema.Name} FUNCTION {item.Name}", item.Comment)),
        .. schema.Procedures.Select(item => ($"{schema.Name} PROCEDURE {item.Name}", item.Comment)),
        .. schema.Aggregates.Select(item => ($"{schema.Name} AGGREGATE {item.Name}", item.Comment)),
        .. schema.Relations.SelectMany(relation => OnRelation(schema, relation)),
        .. Defined(schema.Name, schema.Objects, ""),
    ];

    private static IEnumerable<(string Name, string? Comment)> OnRelation(Schema schema, Relation relation) =>
    [
        ($"{schema.Name} {RelationEntries.Kind(relation)} {relation.Name}", relation.Comment),
        .. Columns(schema, relation.Name, relation.Columns),
        .. Constraints(schema, relation.Name, RelationEntries.Indexed(relation).Concat(relation.CheckConstraints).Concat(relation.NotNullConstraints)),
        .. relation.ForeignKeys.Select(key => ($"{schema.Name} CONSTRAINT {key.Name} ON {relation.Name}", key.Comment)),
        .. relation.Indexes.Select(index => ($"{schema.Name} INDEX {index.Name}", index.Comment)),
        .. Defined(schema.Name, relation.Objects, $" ON {relation.Name}"),
    ];

    private static IEnumerable<(string Name, string? Comment)> Columns(Schema schema, string owner, IEnumerable<Column> columns) =>
        columns.Select(column => ($"{schema.Name} COLUMN {owner}.{column.Name}", column.Comment));

    private static IEnumerable<(string Name, string? Comment)> Constraints(Schema schema, string owner, IEnumerable<Constraint> constraints) =>
        constraints.Select(constraint => ($"{schema.Name} CONSTRAINT {constraint.Name} ON {owner}", constraint.Comment));

    private static IEnumerable<(string Name, string? Comment)> Defined(string schema, IEnumerable<DefinedObject> objects, string owner) =>
        objects.Select(item => ($"{schema} {Kind(item)} {Name(item)}{owner}", item.Comment));

    private static string Kind(DefinedObject item) =>
        item.Kind.Id == "foreign_data_wrappers" ? "FOREIGN DATA WRAPPER" : item.Kind.Name.ToUpperInvariant();

    /// <summary>An operator's arguments stand apart from its name.</summary>
    private static string Name(DefinedObject item) =>
        item.Kind.Id == "operators" ? item.Name.Replace("(", " (", StringComparison.Ordinal) : item.Name;
}
