using SchemaSnapshot.Model;
using static SchemaSnapshot.UnitTests.Rendering.Make;

namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>A small shop: enough of everything for the documents to be worth reading.</summary>
internal static class ShopSnapshot
{
    public static DatabaseSnapshot Database { get; } = new()
    {
        Database = "shop",
        ExportedAt = new DateTimeOffset(2026, 11, 20, 2, 40, 57, TimeSpan.Zero),
        Host = "db.example.com",
        ServerVersion = "17.5",
        Comment = "Orders and stock of the web shop.",
        Schemas = [Catalog, new Schema { Name = "public" }, Sales],
        Objects =
        [
            Defined("extensions", "citext", "CREATE EXTENSION citext WITH SCHEMA public", null, new ObjectProperty("version", "1.6")),
            Defined("event_triggers", "log_ddl", "CREATE EVENT TRIGGER log_ddl ON ddl_command_end EXECUTE FUNCTION sales.log_ddl()", "Who changed what."),
        ],
    };

    private static Column CreatedAt => Column("created_at", "timestamp with time zone", value: "now()");

    private static Schema Catalog => new()
    {
        Name = "catalog",
        Comment = "What can be bought.",
        Tables =
        [
            new Relation
            {
                Name = "categories",
                Comment = "A tree of categories.",
                Columns = [Id(), Column("parent_id", "bigint", nullable: true, comment: "Null for the roots."), Column("slug", "public.citext"), CreatedAt],
                PrimaryKey = PrimaryKey("categories", "id"),
                UniqueConstraints = [Unique("categories_slug_key", "slug")],
                ForeignKeys = [ForeignKey("categories_parent_id_fkey", ["parent_id"], "catalog", "categories", ["id"], "restrict")],
                RowCount = 48,
            },
            new Relation
            {
                Name = "product_details",
                Columns = [Column("product_id", "bigint"), Column("description", "text"), Column("search", "tsvector") with { Generated = "to_tsvector('english'::regconfig, description)" }],
                PrimaryKey = PrimaryKey("product_details", "product_id"),
                ForeignKeys = [ForeignKey("product_details_product_id_fkey", ["product_id"], "catalog", "products", ["id"], "cascade")],
                Indexes = [Index("product_details_search_idx", "catalog.product_details", "search") with { Method = "gin" }],
                RowCount = 9_120,
            },
            new Relation
            {
                Name = "products",
                Comment = "One row per article, sold or not.\nPrices are in `currency`; see #42 | pricing.",
                Columns =
                [
                    Id(),
                    Column("category_id", "bigint"),
                    Column("sku", "character varying(40)"),
                    Column("price", "numeric(12,2)"),
                    Column("currency", "character(3)", value: "'EUR'::bpchar"),
                    Column("is_active", "boolean", value: "true"),
                    CreatedAt,
                ],
                PrimaryKey = PrimaryKey("products", "id"),
                UniqueConstraints = [Unique("products_sku_key", "sku")],
                CheckConstraints = [Check("products_price_check", "price >= (0)::numeric", "price")],
                ForeignKeys = [ForeignKey("products_category_id_fkey", ["category_id"], "catalog", "categories", ["id"])],
                Indexes =
                [
                    Index("products_category_id_idx", "catalog.products", "category_id") with { Include = ["price"], Predicate = "is_active" },
                    Index("products_lower_sku_idx", "catalog.products") with { Keys = [new IndexKey { Expression = "lower((sku)::text)", Descending = true }], Unique = true },
                ],
                RowCount = 12_400,
            },
        ],
    };

    private static Schema Sales => new()
    {
        Name = "sales",
        Tables =
        [
            new Relation
            {
                Name = "customers",
                RowSecurity = true,
                Columns = [Id(), Column("email", "public.citext"), Column("name", "text", nullable: true), CreatedAt],
                PrimaryKey = PrimaryKey("customers", "id"),
                UniqueConstraints = [Unique("customers_email_key", "email")],
                Objects = [Defined("policies", "own_row", "CREATE POLICY own_row ON sales.customers FOR SELECT USING ((email = CURRENT_USER))")],
                RowCount = 83_211,
            },
            new Relation
            {
                Name = "order_lines",
                Comment = "What was ordered, at the price of that day.",
                Columns = [Column("order_id", "bigint"), Column("placed_at", "timestamp with time zone"), Column("line_no", "integer"), Column("product_id", "bigint", nullable: true), Column("quantity", "sales.positive")],
                PrimaryKey = PrimaryKey("order_lines", "order_id", "placed_at", "line_no"),
                ForeignKeys =
                [
                    ForeignKey("order_lines_order_id_placed_at_fkey", ["order_id", "placed_at"], "sales", "orders", ["id", "placed_at"], "cascade") with { InitiallyDeferred = true, Deferrable = true },
                    ForeignKey("order_lines_product_id_fkey", ["product_id"], "catalog", "products", ["id"], "set null"),
                ],
                RowCount = 1_804_332,
            },
            new Relation
            {
                Name = "orders",
                Kind = RelationKind.PartitionedTable,
                Comment = "One row per order.",
                PartitionKey = "RANGE (placed_at)",
                Columns = [Id(), Column("placed_at", "timestamp with time zone"), Column("customer_id", "bigint"), Column("status", "sales.order_status", value: "'new'::sales.order_status")],
                PrimaryKey = PrimaryKey("orders", "id", "placed_at"),
                ForeignKeys = [ForeignKey("orders_customer_id_fkey", ["customer_id"], "sales", "customers", ["id"])],
                Indexes = [Index("orders_customer_id_idx", "sales.orders", "customer_id")],
                Objects = [Defined("triggers", "touch", "CREATE TRIGGER touch BEFORE UPDATE ON sales.orders FOR EACH ROW EXECUTE FUNCTION sales.touch()", "Keeps the audit columns.")],
            },
            Partition("orders_2025", "FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00')", 310_020),
            Partition("orders_2026", "FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00')", 402_118),
            new Relation { Name = "scratch", Columns = [Column("note", "text", nullable: true)], Unlogged = true, RowCount = 0 },
        ],
        Views =
        [
            new Relation
            {
                Name = "open_orders",
                Kind = RelationKind.View,
                Columns = [Column("id", "bigint", nullable: true), Column("customer_id", "bigint", nullable: true)],
                Definition = " SELECT id,\n    customer_id\n   FROM sales.orders\n  WHERE (status = 'new'::sales.order_status);",
                DependsOn = [new("enum", "sales", "order_status"), Table("sales", "orders")],
            },
        ],
        Sequences = [new Sequence { Name = "invoice_no", Type = "bigint", Start = 1000, Increment = 1, Minimum = 1, Maximum = long.MaxValue, Cache = 1, Comment = "Without gaps: taken under a lock." }],
        Enums = [new EnumType { Name = "order_status", Labels = ["new", "paid", "shipped"], Comment = "The life of an order." }],
        Domains = [new DomainType { Name = "positive", Type = "integer", Constraints = [Check("positive_check", "VALUE > 0")] }],
        CompositeTypes = [new CompositeType { Name = "money_amount", Attributes = [Column("amount", "numeric(12,2)", nullable: true), Column("currency", "character(3)", nullable: true)] }],
        RangeTypes = [new RangeType { Name = "price_range", Subtype = "numeric", Multirange = "price_multirange" }],
        Functions =
        [
            Routine("log_ddl", "", "event_trigger", "plpgsql"),
            Routine("order_total", "order_id bigint, currency character DEFAULT 'EUR'::bpchar", "numeric", "sql") with
            {
                Volatility = "stable", Strict = true, Parallel = "safe", SecurityDefiner = true, Configuration = "search_path=''", Comment = "The sum of the lines.",
            },
            Routine("touch", "", "trigger", "plpgsql"),
        ],
        Objects = [Defined("schema_privileges", "schema to reporting", "GRANT USAGE ON SCHEMA sales TO reporting")],
        Procedures = [Routine("close_day", "IN day date", null, "plpgsql")],
    };

    private static Relation Partition(string name, string bound, long rows) => new()
    {
        Name = name,
        PartitionOf = Table("sales", "orders"),
        PartitionBound = bound,
        Columns = [Column("id", "bigint"), Column("placed_at", "timestamp with time zone"), Column("customer_id", "bigint"), Column("status", "sales.order_status", value: "'new'::sales.order_status")],
        PrimaryKey = PrimaryKey(name, "id", "placed_at") with { Inherited = true },
        ForeignKeys = [ForeignKey("orders_customer_id_fkey", ["customer_id"], "sales", "customers", ["id"]) with { Inherited = true }],
        RowCount = rows,
    };

    private static Routine Routine(string name, string arguments, string? result, string language) => new()
    {
        Name = name,
        Signature = $"{name}()",
        Arguments = arguments,
        Result = result,
        Language = language,
        Volatility = "volatile",
        Definition = $"CREATE FUNCTION sales.{name}",
    };
}
