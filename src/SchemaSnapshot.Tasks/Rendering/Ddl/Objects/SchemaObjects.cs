using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Makes schemas.</summary>
internal static class SchemaObjects
{
    /// <summary>Every database has it from the start.</summary>
    private const string Public = "public";

    /// <summary>The schema itself, without what is in it.</summary>
    public static DdlObject Of(Schema schema)
    {
        var name = SqlText.Name(schema.Name);
        var create = schema.Name == Public ? $"CREATE SCHEMA IF NOT EXISTS {name}" : $"CREATE SCHEMA {name}";
        return new DdlObject
        {
            Path = DdlPaths.Schema(schema.Name),
            Kind = "schema",
            Name = name,
            Record = schema,
            Group = DdlGroup.Schema,
            Create = [create, .. CommentSql.IfAny($"SCHEMA {name}", schema.Comment)],
            Drop = $"DROP SCHEMA {name}",
        };
    }
}
