using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Whether a value of one type may be none of another, so that PostgreSQL refuses to convert it.</summary>
internal static class TypeRefusal
{
    /// <summary>The decimal digits that every floating-point type has room for.</summary>
    private const int DigitsOfReal = 37;

    /// <summary>What to say of a column's conversion; null where none of its values can be refused.</summary>
    public static string? Note(string table, string column, string old, string now, MigrationScene scene) =>
        IsPossible(TypeConversion.ElementOf(old), TypeConversion.ElementOf(now), scene) ? $"fails where {table} has values of {column} that are no {now}" : null;

    private static bool IsPossible(string old, string now, MigrationScene scene)
    {
        if (Conditions(now, scene.To).Except(Conditions(old, scene.From)).Any())
        {
            return true;
        }

        var (before, after) = (Base(old, scene.From), Base(now, scene.To));
        return (UserType.Find(before, scene.From), UserType.Find(after, scene.To)) switch
        {
            (EnumType one, EnumType other) => one.Labels.Except(other.Labels).Any(),
            (CompositeType one, CompositeType other) => one.Attributes.Join(other.Attributes, attribute => attribute.Name, attribute => attribute.Name,
                (attribute, its) => IsPossible(TypeConversion.ElementOf(attribute.Type), TypeConversion.ElementOf(its.Type), scene)).Any(refused => refused),
            (RangeType one, RangeType other) => one.Subtype != other.Subtype,
            (_, null) => IsRefusedByBuiltIn(before, after),
            _ => true,
        };
    }

    private static bool IsRefusedByBuiltIn(string before, string after)
    {
        var (old, now) = (TypeCapacity.Of(TypeName.Parse(before)), TypeCapacity.Of(TypeName.Parse(after)));
        return (old?.Family, now?.Family) switch
        {
            _ when before == after || TypeConversion.IsText(TypeName.Parse(after).Name) => false,
            _ when TypeConversion.IsText(TypeName.Parse(before).Name) => true,
            ("number" or "float", "number" or "float") when old!.Family == now!.Family => TypeChange.Judge(before, after) == TypeEffect.Narrowed,
            ("number", "float") => old!.First > DigitsOfReal,
            ("float", "number") => true,
            _ => !TypeConversion.IsDirect(TypeName.Parse(before).Name, TypeName.Parse(after).Name),
        };
    }

    // What a domain, and the domains that it is over, ask of a value.
    private static IEnumerable<string> Conditions(string type, DatabaseSnapshot snapshot)
    {
        for (var domain = DomainLookup.Find(type, snapshot); domain is not null; domain = DomainLookup.Find(domain.Type, snapshot))
        {
            foreach (var condition in domain.Constraints.Select(constraint => constraint.Definition).Concat(domain.Nullable ? [] : ["NOT NULL"]))
            {
                yield return condition;
            }
        }
    }

    private static string Base(string type, DatabaseSnapshot snapshot) => DomainLookup.Find(type, snapshot) is { } domain ? Base(domain.Type, snapshot) : type;
}
