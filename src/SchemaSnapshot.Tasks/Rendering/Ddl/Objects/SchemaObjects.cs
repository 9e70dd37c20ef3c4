using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Makes schemas.</summary>
internal static class SchemaObjects
{
    /// <summary>Every database has it from the start.</summary>
    private const string Public = "public";

    /// <summary>The schema itself, without what is in it. One that an extension makes is in a snapshot for what the user put into it.</summary>
    public static DdlObject Of(Schema schema, ExtensionSchemas extensions)
    {
        var name = SqlText.Name(schema.Name);
        var made = new DdlObject
        {
            Path = DdlPaths.Schema(schema.Name),
            Kind = "schema",
            Name = name,
            Record = schema,
            Group = DdlGroup.Schema,
            Create = [$"CREATE SCHEMA {(schema.Name == Public ? "IF NOT EXISTS " : "")}{name}", .. CommentSql.IfAny($"SCHEMA {name}", schema.Comment)],
            Drop = $"DROP SCHEMA {name}",
        };
        return extensions.MakerOf(schema.Name) is { } maker ? made with { Create = [], Drop = null, Owner = maker, Needs = [maker] } : made;
    }
}
