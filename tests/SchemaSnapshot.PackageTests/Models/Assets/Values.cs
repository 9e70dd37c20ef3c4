#pragma warning disable CS0618 // Npgsql would have text search parsed by the server
using System.Collections;
using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Reflection;
using App.Models.Types;
using NpgsqlTypes;

/// <summary>A row with a value in every column, and how two rows are compared.</summary>
internal static class Values
{
    private static readonly DateTime Moment = new(2026, 11, 20, 2, 40, 57, 123, DateTimeKind.Utc);
    private static readonly DateTime Local = DateTime.SpecifyKind(Moment, DateTimeKind.Unspecified);

    public static Everything Row() => new()
    {
        ABool = false,
        AShort = 0,
        AnInt = int.MinValue / 2,
        ALong = long.MaxValue,
        AFloat = 1.5f,
        ADouble = Math.PI,
        ANumeric = 123456789.1234m,
        AMoney = 12.34m,
        AText = "",
        AVarchar = "varying",
        AChar = "CHF",
        AName = "name",
        ACitext = "CiText",
        AJson = """{"a":1}""",
        AJsonb = """{"a": 1}""",
        AnXml = "<a/>",
        AnLtree = "a.b.c",
        AUuid = new Guid("6f9619ff-8b86-d011-b42d-00cf4fc964ff"),
        ABytea = [0, 1, 255],
        ATimestamptz = Moment,
        ATimestamp = Local,
        ADate = new DateOnly(2026, 11, 20),
        ATime = new TimeOnly(2, 40, 57),
        ATimetz = new DateTimeOffset(1, 1, 2, 2, 40, 57, TimeSpan.FromHours(2)),
        AnInterval = new TimeSpan(3, 4, 5, 6),
        AnInet = IPAddress.Parse("::1"),
        ACidr = IPNetwork.Parse("10.1.0.0/16"),
        AMacaddr = PhysicalAddress.Parse("08002B010203"),
        AMacaddr8 = PhysicalAddress.Parse("08002B0102030405"),
#if ENTITY_FRAMEWORK
        ABit = new BitArray([true]),
#else
        ABit = true,
#endif
        Bits = new BitArray([true, false, true, true, false]),
        Varbits = new BitArray([true, false, true]),
        AnOid = 42,
        AnXid = 43,
        ACid = 44,
        AnXid8 = ulong.MaxValue - 1,
        ARegtype = 23,
        ARegconfig = 3748,
        APoint = new(1, 2),
        ALine = new(1, 2, 3),
        AnLseg = new(1, 2, 3, 4),
        ABox = new(4, 3, 2, 1),
        APath = new(new NpgsqlPoint(1, 2), new NpgsqlPoint(3, 4)),
        APolygon = new(new NpgsqlPoint(1, 2), new NpgsqlPoint(3, 4), new NpgsqlPoint(5, 6)),
        ACircle = new(1, 2, 3),
        ACube = new([1.0, 2.0]),
        ATsvector = NpgsqlTsVector.Parse("'a':1 'b':2"),
        ATsquery = NpgsqlTsQuery.Parse("'a' & 'b'"),
        APgLsn = NpgsqlLogSequenceNumber.Parse("16/B374D848"),
        ATid = new(7, 8),
        AnInt4range = new(1, true, 5, false),
        AnInt8range = new(1L, true, 5L, false),
        ANumrange = new(1.5m, 2.5m),
        ATsrange = new(Local, Local.AddDays(1)),
        ATstzrange = new(Moment, Moment.AddDays(1)),
        ADaterange = new(new DateOnly(2026, 1, 1), true, new DateOnly(2026, 2, 1), false),
        AnInt4multirange = [new(1, true, 3, false), new(5, true, 9, false)],
        ADatemultirange = [new(new DateOnly(2026, 1, 1), true, new DateOnly(2026, 2, 1), false)],
        ATimeRange = new(new TimeOnly(8, 0), new TimeOnly(17, 0)),
        AnHstore = new() { ["a"] = "1", ["b"] = null },
        AState = State.ItSBack,
        States = [State.Draft, State.OnHold],
        APositive = 5,
        ATags = ["a", "b"],
        Ints = [1, 2, 3],
        Texts = ["x", "y"],
        Guids = [Guid.Empty],
        Class = 1,
        EverythingValue = "own name",
        ToStringValue = "not the method",
        AJsonpath = "$.\"b\"",
        AnLquery = "b.*",
        AOneChar = 'y',
        AOidvector = [3, 4],
        AnInt2vector = [5, 6],
        AnAmount = new() { Value = 1.25m, Currency = "CHF", State = State.ItSBack },
        Amounts = [new() { Value = null, Currency = "EUR", State = State.Draft }],
    };

    /// <summary>The members that differ.</summary>
    public static List<string> Differences(Everything written, Everything read, params string[] except) =>
        [.. typeof(Everything).GetProperties().Where(property => !except.Contains(property.Name))
            .Select(property => (property.Name, Written: Text(property.GetValue(written)), Read: Text(property.GetValue(read))))
            .Where(pair => pair.Written != pair.Read).Select(pair => $"{pair.Name}: wrote {pair.Written}, read {pair.Read}")];

    public static void Report(List<string> differences, int columns)
    {
        differences.ForEach(Console.WriteLine);
        Console.WriteLine(differences.Count == 0 ? $"All {columns} columns came back." : "Differences.");
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        DateTime time => $"{time:O}",
        BitArray bits => string.Concat(bits.Cast<bool>().Select(bit => bit ? '1' : '0')),
        IDictionary map => string.Join(',', map.Keys.Cast<object>().Order().Select(key => $"{key}={Text(map[key])}")),
        Array items => $"[{string.Join(',', items.Cast<object?>().Select(Text))}]",
        Amount amount => $"{amount.Value} {amount.Currency} {amount.State}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
