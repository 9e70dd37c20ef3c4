using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>How the values of one type become values of another.</summary>
/// <seealso href="https://www.postgresql.org/docs/current/sql-createcast.html"/>
internal static class TypeConversion
{
    // Casts that PostgreSQL has from each to each of a family; anything else goes by way of text.
    private static readonly string[][] Families =
    [
        ["smallint", "integer", "bigint", "numeric", "real", "double precision"],
        ["character varying", "character", "text", "bpchar", "name", "\"char\""],
        ["date", "timestamp without time zone", "timestamp with time zone"],
        ["time without time zone", "time with time zone"],
        ["time without time zone", "interval"],
        ["bit", "\"bit\"", "bit varying"],
        ["json", "jsonb"],
        ["inet", "cidr"],
        ["boolean", "integer"],
    ];

    /// <summary>The value of a column as a type that took the place of its own: a composite type attribute by attribute, others by way of text.</summary>
    public static string Moved(string value, Column old, string type, MigrationScene scene)
    {
        var isArray = TypeName.Parse(type).IsArray;
        if (isArray || scene.TypeOf(old) is not { From.Record: CompositeType before, To.Record: CompositeType after })
        {
            return $"{value}::text{(isArray ? "[]" : "")}::{type}";
        }

        var attributes = after.Attributes.Select(attribute => before.Attributes.FirstOrDefault(other => other.Name == attribute.Name) is { } kept
            ? $"({value}).{SqlText.Name(kept.Name)}{(kept.Type == attribute.Type ? "::text" : "")}::{attribute.Type}"
            : "NULL");
        return $"CASE WHEN {value} IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW({string.Join(", ", attributes)})::{type} END";
    }

    /// <summary>The value of a column as another type.</summary>
    /// <param name="value">The column, quoted.</param>
    /// <param name="old">Its type.</param>
    /// <param name="now">The other type.</param>
    /// <param name="scene">Where domains are looked up.</param>
    public static string Expression(string value, string old, string now, MigrationScene scene)
    {
        var (oldType, newType) = (TypeName.Parse(old), TypeName.Parse(now));
        if (oldType.IsArray != newType.IsArray)
        {
            return newType.IsArray
                ? $"ARRAY[{Expression(value, old, ElementOf(now), scene)}]"
                : Expression($"{value}[1]", ElementOf(old), now, scene);
        }

        var (oldBase, newBase) = (Base(oldType.Element, scene.From), Base(newType.Element, scene.To));
        return IsDirect(oldBase.Name, newBase.Name) ? $"{value}::{now}" : $"{value}::text{(oldType.IsArray ? "[]" : "")}::{now}";
    }

    /// <summary>Whether PostgreSQL makes the one type of the other without being told how.</summary>
    public static bool IsImplicit(string old, string now, MigrationScene scene) =>
        old != now && TypeChange.Judge(old, now, scene.From, scene.To) == TypeEffect.Widened && TypeName.Parse(old).IsArray == TypeName.Parse(now).IsArray;

    /// <summary>What the conversion may do to the values; null where each becomes its like.</summary>
    public static string? Loss(string old, string now, MigrationScene scene)
    {
        if (TypeName.Parse(old).IsArray && !TypeName.Parse(now).IsArray)
        {
            return "only the first element is kept";
        }

        if (old == now)
        {
            if (UserType.Find(ElementOf(old), scene.From) is CompositeType one && UserType.Find(ElementOf(now), scene.To) is CompositeType other)
            {
                return Loss(one, other, scene);
            }

            // The same name for a domain over another type.
            var (before, after) = (DomainLookup.Find(TypeName.Parse(old).Element, scene.From), DomainLookup.Find(TypeName.Parse(now).Element, scene.To));
            return before is null || after is null || before.Type == after.Type ? null : Loss(before.Type, after.Type, scene);
        }

        return TypeChange.Judge(old, now, scene.From, scene.To) switch
        {
            TypeEffect.Narrowed => $"values are cut or rounded to {now}",
            TypeEffect.Incompatible when IsLossless(old, now) => null,
            TypeEffect.Incompatible => $"not every {old} comes back from {now}",
            _ => null,
        };
    }

    /// <summary>Whether the stored values stay as they are, so that no row is written anew.</summary>
    public static bool KeepsBytes(Column old, Column now)
    {
        var (before, after) = (TypeName.Parse(old.Type), TypeName.Parse(now.Type));
        return before.IsArray == after.IsArray
            && TypeCapacity.Of(before) is { Family: "text" or "number" or "bits" } held && TypeCapacity.Of(after) is { } holds && holds.Family == held.Family
            && (before.Name, after.Name) is ("character varying", "character varying" or "text") or ("text", "character varying") or ("bit varying", "bit varying") or ("numeric", "numeric")
            && holds.First >= held.First && (holds.Second == held.Second || after.Modifiers.Count == 0);
    }

    // Everything can be written as text; and what is read from text either is the same or is refused.
    private static bool IsLossless(string old, string now) =>
        TypeName.Parse(now).Name is "text" or "character varying" && TypeName.Parse(now).Modifiers.Count == 0
        || TypeName.Parse(old).Name is "text" or "character varying"
        || !TypeName.Parse(old).IsArray && TypeName.Parse(now).IsArray;

    private static string? Loss(CompositeType old, CompositeType now, MigrationScene scene)
    {
        var lost = old.Attributes.Where(attribute => now.Attributes.FirstOrDefault(its => its.Name == attribute.Name) is not { } kept || Loss(attribute.Type, kept.Type, scene) is not null)
            .Select(attribute => SqlText.Name(attribute.Name)).ToList();
        return lost.Count == 0 ? null : $"the values of {string.Join(", ", lost)}";
    }

    /// <summary>Whether any value can be written as the built-in type.</summary>
    public static bool IsText(string name) => Families[1].Contains(name);

    /// <summary>Whether PostgreSQL has a cast between two built-in types that is not by way of text.</summary>
    public static bool IsDirect(string old, string now) =>
        old == now && !old.Contains('.', StringComparison.Ordinal)
        || Families.Any(family => family.Contains(IntervalOf(old)) && family.Contains(IntervalOf(now)))
        || IsText(old) || IsText(now);

    /// <summary>The type of an array's elements; another type itself.</summary>
    public static string ElementOf(string type) => type.IndexOf("[]", StringComparison.Ordinal) is > 0 and var end ? type[..end] : type;

    private static string IntervalOf(string name) => name.StartsWith("interval", StringComparison.Ordinal) ? "interval" : name;

    private static TypeName Base(TypeName type, DatabaseSnapshot snapshot) =>
        DomainLookup.Find(type, snapshot) is { } domain ? Base(TypeName.Parse(domain.Type), snapshot) : type;
}
