using SchemaSnapshot.Comparison;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>The types that Npgsql 10 gives by default; a test asks it for each of them.</summary>
internal static class BuiltInTypes
{
    /// <summary>The namespace of Npgsql's own types.</summary>
    public const string Npgsql = "NpgsqlTypes";

    /// <summary>Bits.</summary>
    public static readonly CSharpType Bits = new("System.Collections", "BitArray");

    private static readonly CSharpType Bool = Keyword("bool");
    private static readonly CSharpType Int = Keyword("int");
    private static readonly CSharpType Long = Keyword("long");
    private static readonly CSharpType UInt = Keyword("uint");
    private static readonly CSharpType Short = Keyword("short");
    private static readonly CSharpType Decimal = Keyword("decimal");
    private static readonly CSharpType DateTime = new("System", "DateTime", true);
    private static readonly CSharpType DateOnly = new("System", "DateOnly", true);
    private static readonly CSharpType MacAddress = new("System.Net.NetworkInformation", "PhysicalAddress");

    private static readonly Dictionary<string, CSharpType> Types = new(StringComparer.Ordinal)
    {
        ["boolean"] = Bool,
        ["smallint"] = Short,
        ["integer"] = Int,
        ["bigint"] = Long,
        ["real"] = Keyword("float"),
        ["double precision"] = Keyword("double"),
        ["numeric"] = Decimal,
        ["money"] = Decimal,
        ["\"char\""] = Keyword("char"),
        ["character"] = CSharpType.String,
        ["bpchar"] = CSharpType.String,
        ["character varying"] = CSharpType.String,
        ["text"] = CSharpType.String,
        ["name"] = CSharpType.String,
        ["json"] = CSharpType.String,
        ["jsonb"] = CSharpType.String,
        ["jsonpath"] = CSharpType.String,
        ["xml"] = CSharpType.String,
        ["refcursor"] = CSharpType.String,
        ["bytea"] = Keyword("byte").Array(),
        ["uuid"] = new("System", "Guid", true),
        ["timestamp with time zone"] = DateTime,
        ["timestamp without time zone"] = DateTime,
        ["date"] = DateOnly,
        ["time without time zone"] = new("System", "TimeOnly", true),
        ["time with time zone"] = new("System", "DateTimeOffset", true),
        ["interval"] = new("System", "TimeSpan", true),
        ["inet"] = new("System.Net", "IPAddress"),
        ["cidr"] = new("System.Net", "IPNetwork", true),
        ["macaddr"] = MacAddress,
        ["macaddr8"] = MacAddress,
        ["bit"] = Bits,
        ["bit varying"] = Bits,
        ["oid"] = UInt,
        ["xid"] = UInt,
        ["cid"] = UInt,
        ["regtype"] = UInt,
        ["regconfig"] = UInt,
        ["xid8"] = Keyword("ulong"),
        ["oidvector"] = UInt.Array(),
        ["int2vector"] = Short.Array(),
        ["point"] = Own("NpgsqlPoint"),
        ["line"] = Own("NpgsqlLine"),
        ["lseg"] = Own("NpgsqlLSeg"),
        ["box"] = Own("NpgsqlBox"),
        ["path"] = Own("NpgsqlPath"),
        ["polygon"] = Own("NpgsqlPolygon"),
        ["circle"] = Own("NpgsqlCircle"),
        ["pg_lsn"] = Own("NpgsqlLogSequenceNumber"),
        ["tid"] = Own("NpgsqlTid"),
        ["tsvector"] = Own("NpgsqlTsVector", isValueType: false),
        ["tsquery"] = Own("NpgsqlTsQuery", isValueType: false),
        ["int4range"] = Range(Int),
        ["int8range"] = Range(Long),
        ["numrange"] = Range(Decimal),
        ["tsrange"] = Range(DateTime),
        ["tstzrange"] = Range(DateTime),
        ["daterange"] = Range(DateOnly),
        ["int4multirange"] = Range(Int).Array(),
        ["int8multirange"] = Range(Long).Array(),
        ["nummultirange"] = Range(Decimal).Array(),
        ["tsmultirange"] = Range(DateTime).Array(),
        ["tstzmultirange"] = Range(DateTime).Array(),
        ["datemultirange"] = Range(DateOnly).Array(),
    };

    // Types of extensions, which may be in any schema.
    private static readonly Dictionary<string, CSharpType> Extensions = new(StringComparer.Ordinal)
    {
        ["citext"] = CSharpType.String,
        ["ltree"] = CSharpType.String,
        ["lquery"] = CSharpType.String,
        ["ltxtquery"] = CSharpType.String,
        ["hstore"] = new CSharpType("System.Collections.Generic", "Dictionary").Of(CSharpType.String, CSharpType.String with { IsNullable = true }),
        ["cube"] = Own("NpgsqlCube"),
    };

    // Arrays of these the driver does not read.
    private static readonly HashSet<string> OnlyAlone = new(StringComparer.Ordinal) { "pg_lsn", "tid" };

    /// <summary>The names of the built-in types that have one, for tests.</summary>
    public static IEnumerable<string> Names => Types.Keys;

    /// <summary>The type of an element; null where Npgsql has none.</summary>
    public static CSharpType? Find(TypeName type)
    {
        // One bit is true or false.
        if (type is { Name: "bit" or "bit varying", Modifiers: [1] } or { Name: "bit", Modifiers: [] })
        {
            return Bool;
        }

        return type.IsArray && OnlyAlone.Contains(type.Name) ? null : Types.GetValueOrDefault(type.Name.StartsWith("interval ", StringComparison.Ordinal) ? "interval" : type.Name);
    }

    /// <summary>The type of an extension's type; null where Npgsql has none.</summary>
    public static CSharpType? FindExtension(string name) => Extensions.GetValueOrDefault(name);

    /// <summary>A range.</summary>
    public static CSharpType Range(CSharpType subtype) => Own("NpgsqlRange").Of(subtype);

    private static CSharpType Keyword(string name) => new(null, name, true);

    private static CSharpType Own(string name, bool isValueType = true) => new(Npgsql, name, isValueType);
}
