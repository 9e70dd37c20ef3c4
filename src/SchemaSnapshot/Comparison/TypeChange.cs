using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>Judges a change of type as PostgreSQL would: by what the types hold and which casts happen by themselves.</summary>
/// <seealso href="https://www.postgresql.org/docs/current/datatype.html"/>
internal static class TypeChange
{
    /// <summary>What the change does.</summary>
    /// <param name="before">The type before, as <c>format_type</c> writes it.</param>
    /// <param name="after">The type after.</param>
    /// <param name="old">The snapshot in which the first is to be read; its domains are looked up in it.</param>
    /// <param name="now">The snapshot in which the second is to be read.</param>
    public static TypeEffect Judge(string before, string after, DatabaseSnapshot? old = null, DatabaseSnapshot? now = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before == after)
        {
            return TypeEffect.Same;
        }

        var (oldType, newType) = (TypeName.Parse(before), TypeName.Parse(after));
        if (oldType.IsArray != newType.IsArray)
        {
            return Judge(Base(oldType, old), Base(newType, now));
        }

        var effect = Judge(Base(oldType.Element, old), Base(newType.Element, now));

        // The domain may refuse values that its base takes.
        return effect is TypeEffect.Same or TypeEffect.Widened && IsConstrained(newType.Element, now) ? TypeEffect.Narrowed : effect;
    }

    private static TypeEffect Judge(TypeName before, TypeName after)
    {
        if (before == after)
        {
            // A domain in place of its base, or the other way round.
            return TypeEffect.Widened;
        }

        var isComparable = before.IsArray == after.IsArray;
        if (!isComparable || TypeCapacity.Of(before) is not { } old || TypeCapacity.Of(after) is not { } now || old.Family != now.Family)
        {
            return TypeEffect.Incompatible;
        }

        return Fits(old, now) ? TypeEffect.Widened : TypeEffect.Narrowed;
    }

    // numeric(9,0) fits into an integer, whose ten digits are not all to be had.
    private static bool Fits(TypeCapacity old, TypeCapacity now) =>
        now.SafeDigits != now.First && old.SafeDigits == old.First ? old.First <= now.SafeDigits && old.Second <= 0 : now.Holds(old);

    private static TypeName Base(TypeName type, DatabaseSnapshot? snapshot) =>
        DomainLookup.Find(type.Element, snapshot) is { } domain ? Nested(Base(TypeName.Parse(domain.Type), snapshot), type.IsArray) : type;

    private static TypeName Nested(TypeName type, bool isArray) => isArray ? type with { IsArray = true } : type;

    private static bool IsConstrained(TypeName type, DatabaseSnapshot? snapshot) =>
        DomainLookup.Find(type, snapshot) is { } domain
        && (!domain.Nullable || domain.Constraints.Count > 0 || IsConstrained(TypeName.Parse(domain.Type), snapshot));
}
