using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>
/// Definitions say again what other members say. Where those explain all of a changed definition, it is no change of its own.
/// </summary>
internal static class DefinitionText
{
    private const string Definition = "definition";
    private const string DependsOn = "depends_on";

    /// <summary>Members that no definition has.</summary>
    private static readonly HashSet<string> Outside = new(StringComparer.Ordinal) { "comment", DependsOn, "inherited", "tablespace", "invalid", "partition_of", Definition };

    /// <summary>What the definition of a constraint ends with, each said by a member, too.</summary>
    private static readonly string[] Endings = [" NOT VALID", " NOT ENFORCED", " NO INHERIT", " INITIALLY DEFERRED", " DEFERRABLE"];

    /// <summary>Where the body of a routine begins, which no other member says.</summary>
    private static readonly string[] BodyBeginnings = ["\nAS $", "\nAS '", "\nBEGIN ATOMIC", "\nRETURN "];

    public static void RemoveExplained(List<Change> changes, ObjectPath path, object? before, object? after)
    {
        var own = changes.Where(change => ReferenceEquals(change.Object, path)).ToList();
        if (own.Any(change => !Outside.Contains(change.Member!)) && own.Find(change => change.Member == Definition) is { } definition && IsExplained(before, after))
        {
            changes.Remove(definition);
        }

        // Another text needs other objects; on its own the list is a change.
        if (own.Any(change => change.Member is not (DependsOn or "comment")) && own.Find(change => change.Member == DependsOn) is { } references)
        {
            changes.Remove(references);
        }
    }

    private static bool IsExplained(object? before, object? after) => (before, after) switch
    {
        (Model.Index, Model.Index) or (ForeignKey, ForeignKey) => true,
        (Constraint old, Constraint now) => Core(old) == Core(now),
        (Routine old, Routine now) => Body(old.Definition) == Body(now.Definition),
        _ => false,
    };

    // All of a key is said by its members; a check or an exclusion has an expression besides.
    private static string Core(Constraint constraint)
    {
        if (constraint.Definition.StartsWith("PRIMARY KEY", StringComparison.Ordinal) || constraint.Definition.StartsWith("UNIQUE", StringComparison.Ordinal))
        {
            return "";
        }

        var core = constraint.Definition;
        while (Array.Find(Endings, ending => core.EndsWith(ending, StringComparison.Ordinal)) is { } end)
        {
            core = core[..^end.Length];
        }

        return core;
    }

    private static string Body(string definition)
    {
        var start = BodyBeginnings.Select(text => definition.IndexOf(text, StringComparison.Ordinal)).Where(index => index >= 0).DefaultIfEmpty(0).Min();
        return definition[start..];
    }
}
