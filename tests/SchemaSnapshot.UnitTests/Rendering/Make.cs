using SchemaSnapshot.Model;

namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>Short ways to parts of a snapshot.</summary>
internal static class Make
{
    public static Column Column(string name, string type, bool nullable = false, string? value = null, string? comment = null) =>
        new() { Name = name, Type = type, Nullable = nullable, Default = value, Comment = comment };

    public static Column Id(string name = "id") => new() { Name = name, Type = "bigint", Identity = "always" };

    public static Constraint PrimaryKey(string table, params string[] columns) =>
        new() { Name = $"{table}_pkey", Columns = [.. columns], Definition = $"PRIMARY KEY ({string.Join(", ", columns)})" };

    public static Constraint Unique(string name, params string[] columns) =>
        new() { Name = name, Columns = [.. columns], Definition = $"UNIQUE ({string.Join(", ", columns)})" };

    public static Constraint Check(string name, string expression, params string[] columns) =>
        new() { Name = name, Columns = [.. columns], Definition = $"CHECK (({expression}))" };

    public static ForeignKey ForeignKey(string name, string[] columns, string schema, string table, string[] foreignColumns, string? onDelete = null) => new()
    {
        Name = name,
        Columns = [.. columns],
        ForeignSchema = schema,
        ForeignTable = table,
        ForeignColumns = [.. foreignColumns],
        OnDelete = onDelete,
        Definition = $"FOREIGN KEY ({string.Join(", ", columns)}) REFERENCES {schema}.{table}({string.Join(", ", foreignColumns)})",
    };

    public static Model.Index Index(string name, string table, params string[] columns) => new()
    {
        Name = name,
        Method = "btree",
        Keys = [.. columns.Select(column => new IndexKey { Column = column })],
        Definition = $"CREATE INDEX {name} ON {table} USING btree ({string.Join(", ", columns)})",
    };

    public static DefinedObject Defined(string kind, string name, string definition, string? comment = null, params ObjectProperty[] properties) => new()
    {
        Kind = DefinedKind.All.First(k => k.Id == kind),
        Name = name,
        Definition = definition,
        Comment = comment,
        Properties = [.. properties],
    };

    public static ObjectReference Table(string schema, string name) => new("table", schema, name);
}
