using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Makes functions, procedures, aggregates and window functions.</summary>
internal sealed class RoutineObjects(DdlPaths paths, KeyNeeds keys, Schema schema)
{
    private readonly ValueList<string> owner = DdlPaths.Schema(schema.Name);

    /// <summary>The routines of the schema.</summary>
    public IEnumerable<DdlObject> All() =>
    [
        .. schema.Functions.Select(routine => Make(routine, "functions", "function")),
        .. schema.Procedures.Select(routine => Make(routine, "procedures", "procedure")),
        .. schema.Aggregates.Select(routine => Make(routine, "aggregates", "aggregate")),
        .. schema.WindowFunctions.Select(routine => Make(routine, "window_functions", "window function")),
    ];

    private DdlObject Make(Routine routine, string key, string kind)
    {
        var name = NameOf(routine, kind);
        var word = kind == "window function" ? "FUNCTION" : kind.ToUpperInvariant();
        return new DdlObject
        {
            Path = DdlPaths.Part(owner, key, routine.Signature),
            Kind = kind,
            Name = name,
            Record = routine,
            Group = DdlGroup.Routine,
            Create = [SqlText.Statement(routine.Definition), .. CommentSql.IfAny($"{word} {name}", routine.Comment)],
            Drop = $"DROP {word} {name}",
            Owner = owner,
            Needs = paths.Needs(routine.DependsOn, [owner, .. keys.Of(routine.Definition, routine.DependsOn)]),
        };
    }

    private string NameOf(Routine routine, string kind)
    {
        var name = SqlText.Signature(schema.Name, routine.Signature, routine.Name);
        return kind == "aggregate" && name.EndsWith("()", StringComparison.Ordinal) ? $"{name[..^2]}(*)" : name;
    }
}
