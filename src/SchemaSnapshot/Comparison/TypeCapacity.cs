namespace SchemaSnapshot.Comparison;

/// <summary>
/// What a built-in type can hold. A type holds all that another holds where their families are the same
/// and it is at least as large in every dimension.
/// </summary>
/// <param name="Family">What the values mean; types of different families do not compare.</param>
/// <param name="First">The main dimension: digits before the point, characters, bits, the finest field of a time.</param>
/// <param name="Second">The second one: digits after the point, digits of a second.</param>
internal sealed record TypeCapacity(string Family, int First, int Second = 0)
{
    private const int Unlimited = int.MaxValue;
    private const int Microseconds = 6;

    /// <summary>The fields of an interval from the coarsest to the finest.</summary>
    private static readonly string[] IntervalFields = ["year", "month", "day", "hour", "minute", "second"];

    /// <summary>Bits beyond which a length is fixed: no other length fits.</summary>
    public int? ExactLength { get; init; }

    /// <summary>Numbers of an integer type may have this many digits, but not all numbers with as many.</summary>
    public int SafeDigits { get; init; } = First;

    public bool Holds(TypeCapacity other) =>
        First >= other.First && Second >= other.Second && (ExactLength is null || ExactLength == other.ExactLength);

    /// <summary>The capacity of a type; null where nothing is known of it but its name.</summary>
    public static TypeCapacity? Of(TypeName type)
    {
        int? modifier = type.Modifiers.Count > 0 ? type.Modifiers[0] : null;
        return type.Name switch
        {
            "smallint" => Integer(5),
            "integer" => Integer(10),
            "bigint" => Integer(19),
            "numeric" => modifier is null ? new("number", Unlimited, Unlimited) : Numeric(modifier.Value, type.Modifiers.Count > 1 ? type.Modifiers[1] : 0),
            "real" => new("float", 24),
            "double precision" => new("float", 53),
            "character" or "character varying" or "text" or "bpchar" => new("text", modifier ?? Unlimited),
            "bit" or "\"bit\"" => new("bits", modifier ?? Unlimited) { ExactLength = modifier },
            "bit varying" => new("bits", modifier ?? Unlimited),
            _ => Time(type.Name, modifier ?? Microseconds),
        };
    }

    private static TypeCapacity Integer(int digits) => new("number", digits) { SafeDigits = digits - 1 };

    private static TypeCapacity Numeric(int precision, int scale) => new("number", precision - scale, scale);

    private static TypeCapacity? Time(string name, int digits) => name switch
    {
        "date" => new("timestamp", 0, 0),
        "timestamp without time zone" => new("timestamp", 1, digits),
        "timestamp with time zone" => new("timestamptz", 0, digits),
        "time without time zone" => new("time", 0, digits),
        "time with time zone" => new("timetz", 0, digits),
        "interval" => new("interval", IntervalFields.Length - 1, digits),
        _ when name.StartsWith("interval ", StringComparison.Ordinal) => Interval(name[(name.LastIndexOf(' ') + 1)..], digits),
        _ => null,
    };

    // An interval keeps what is coarser than its fields and drops what is finer.
    private static TypeCapacity? Interval(string finest, int digits) => Array.IndexOf(IntervalFields, finest) switch
    {
        < 0 => null,
        var field => new("interval", field, field == IntervalFields.Length - 1 ? digits : 0),
    };
}
