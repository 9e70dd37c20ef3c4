using System.Text.Json;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Publishing;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.PackageTests.Publishing;

/// <summary>A server, a project that pushes to it, and what came of it.</summary>
internal sealed class PushCase : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("push-").FullName;

    private PushCase(SqlDbmServer server)
    {
        Server = server;
        Options = new()
        {
            BaseAddress = PushSettings.BaseAddress(server.Address),
            Project = "shop",
            DatabaseType = "PostgreSQL",
            Version = "1.2.3",
            Commit = "0123456789abcdef0123456789abcdef01234567",
            Scope = SnapshotScope.Everything,
            Timeout = TimeSpan.FromSeconds(20),
            RetryDelay = TimeSpan.FromMilliseconds(20),
            StateFile = Path.Combine(folder, "state", "last-push.txt"),
        };
    }

    public static DatabaseSnapshot Shop { get; } = new()
    {
        Database = "shop",
        Schemas =
        [
            new Schema { Name = "catalog", Tables = [Table("products")] },
            new Schema
            {
                Name = "sales",
                Tables =
                [
                    Table("audit"),
                    Table("orders") with
                    {
                        ForeignKeys =
                        [
                            new ForeignKey
                            {
                                Name = "orders_product_fkey",
                                Columns = ["id"],
                                ForeignSchema = "catalog",
                                ForeignTable = "products",
                                ForeignColumns = ["id"],
                                Definition = "FOREIGN KEY (id) REFERENCES catalog.products(id)",
                            },
                        ],
                    },
                ],
            },
        ],
    };

    public SqlDbmServer Server { get; }

    public PushOptions Options { get; set; }

    public string Token { get; set; } = SqlDbmServer.Token;

    public PushDocument Document => PushDocument.Of(Shop, Options);

    public JsonElement Body => JsonDocument.Parse(Document.Body).RootElement;

    public static async Task<PushCase> StartAsync(params (long Id, string Name)[] projects) => new(await SqlDbmServer.StartAsync(projects));

    public static string Ddl(DatabaseSnapshot snapshot)
    {
        using var sql = new StringWriter { NewLine = "\n" };
        SchemaSqlRenderer.Render(snapshot, sql);
        return sql.ToString();
    }

    public async Task<string> PushAsync() => string.Join('\n', await new Pusher(Options).PushAsync(
        Document, () => new SqlDbmClient(Options, Token, "SQLDBM_API_TOKEN"), TestContext.Current.CancellationToken));

    /// <summary>A push that must fail; its message must not have the token.</summary>
    public async Task<Diagnostic> FailAsync()
    {
        var failure = await Assert.ThrowsAsync<SnapshotException>(PushAsync);
        Assert.DoesNotContain(SqlDbmServer.Token, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Diagnostic.Message);
        Assert.False(File.Exists(Options.StateFile));
        return failure.Diagnostic;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static Relation Table(string name) => new()
    {
        Name = name,
        Columns = [new Column { Name = "id", Type = "bigint" }],
        PrimaryKey = new Constraint { Name = $"{name}_pkey", Columns = ["id"], Definition = "PRIMARY KEY (id)" },
    };
}
