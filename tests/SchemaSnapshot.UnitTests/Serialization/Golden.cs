using System.Security.Cryptography;
using System.Text;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.UnitTests.Serialization;

/// <summary>A small snapshot, and by hand the file and the canonical form that it must give.</summary>
internal static class Golden
{
    public static DatabaseSnapshot Snapshot { get; } = new()
    {
        Database = "shop",
        ExportedAt = new DateTimeOffset(2026, 11, 20, 3, 40, 57, TimeSpan.FromHours(1)),
        Host = "db.example.com",
        ServerVersion = "17.5",
        Comment = "The shop.",
        Schemas = [new Schema { Name = "audit" }, Sales()],
        Objects =
        [
            new DefinedObject
            {
                Kind = Kind("extensions"),
                Name = "citext",
                Definition = "CREATE EXTENSION citext WITH SCHEMA public",
                Properties = [new ObjectProperty("version", "1.6")],
            },
        ],
    };

    /// <summary>Made from the canonical form, which was written by hand; not by the code under test.</summary>
    public static string Fingerprint { get; } =
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(OneLine(Resource("golden.canonical.json")))));

    /// <summary>The expected file; also what the assembly has embedded, there with a fingerprint of zeros.</summary>
    public static string File { get; } = Resource(EmbeddedSnapshot.ResourceName).Replace("sha256:" + new string('0', 64), Fingerprint, StringComparison.Ordinal);

    public static byte[] Bytes => Encoding.UTF8.GetBytes(File);

    public static string Text(DatabaseSnapshot snapshot) => Encoding.UTF8.GetString(SchemaSnapshot.Serialization.SchemaMapWriter.ToBytes(snapshot));

    private static string OneLine(string text) =>
        text.TrimEnd('\n').Replace(",\n", ", ", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(Golden).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static DefinedKind Kind(string id) => DefinedKind.All.Single(kind => kind.Id == id);

    private static Schema Sales() => new()
    {
        Name = "sales",
        Comment = "Orders and what belongs to them.",
        Tables = [Orders(), new Relation { Name = "plain" }],
        Sequences =
        [
            new Sequence
            {
                Name = "order_numbers",
                Type = "bigint",
                Start = 1,
                Increment = -5,
                Minimum = long.MinValue,
                Maximum = long.MaxValue,
                Cache = 1,
                Cycle = true,
            },
        ],
        Enums = [new EnumType { Name = "state", Labels = ["new", "shipped"] }],
        Objects = [new DefinedObject { Kind = Kind("statistics"), Name = "orders_stats", Definition = "CREATE STATISTICS …" }],
    };

    private static Relation Orders() => new()
    {
        Name = "orders",
        Kind = RelationKind.PartitionedTable,
        Comment = "One row per order.",
        PartitionKey = "RANGE (placed_at)",
        Columns =
        [
            new Column { Name = "id", Type = "bigint", Identity = "always" },
            new Column
            {
                Name = "note",
                Type = "character varying(200)",
                Nullable = true,
                Default = "'größer \"😀\"'::character varying",
                Comment = "Line 1\nLine 2",
            },
        ],
        PrimaryKey = new Constraint { Name = "orders_pkey", Columns = ["id"], Definition = "PRIMARY KEY (id)" },
        ForeignKeys =
        [
            new ForeignKey
            {
                Name = "orders_customer_fkey",
                Columns = ["region", "customer_id"],
                ForeignSchema = "crm",
                ForeignTable = "customers",
                ForeignColumns = ["region", "id"],
                OnDelete = "cascade",
                Definition = "FOREIGN KEY …",
            },
        ],
        Indexes =
        [
            new SchemaSnapshot.Model.Index
            {
                Name = "orders_note_idx",
                Method = "btree",
                Keys = [new IndexKey { Column = "note" }, new IndexKey { Expression = "lower(note)", Descending = true }],
                Include = ["id"],
                Definition = "CREATE INDEX …",
            },
        ],
        Objects =
        [
            new DefinedObject
            {
                Kind = Kind("triggers"),
                Name = "touch",
                Definition = "CREATE TRIGGER …",
                Properties = [new ObjectProperty("enabled", "disabled")],
                DependsOn = [new ObjectReference("function", "sales", "touch()")],
            },
        ],
        RowCount = 453,
    };
}
