using Npgsql;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Faults;

/// <summary>Reading by way of a real PgBouncer in transaction mode.</summary>
public sealed class PgBouncerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_readings_at_once_share_one_connection_and_leave_it_as_it_was()
    {
        await using var server = await OwnServer.CreateAsync();
        await server.RunAsync();
        await server.ExecuteAsync("CREATE TABLE orders (id int PRIMARY KEY); CREATE VIEW ids AS SELECT id FROM orders");
        await using var bouncer = PgBouncer.Start(server);
        var connection = $"Host=127.0.0.1;Port={bouncer.Port};Username=postgres;Database=postgres;SSL Mode=Disable;Pooling=false;No Reset On Close=true";
        var settings = Live.Settings($"{connection};Timeout=10");
        var before = await SettingsAsync(connection);
        var expected = await LiveSource.ReadAsync(Live.Settings(server.ConnectionString()), new CatalogOptions(), Ct);

        var readings = await Task.WhenAll(Enum.GetValues<RowCounts>().Concat(Enum.GetValues<RowCounts>()).Select(counts =>
            LiveSource.ReadAsync(settings, new CatalogOptions { RowCounts = counts }, Ct)));
        var mark = await LiveSource.MarkAsync(settings, new CatalogOptions(), Ct);

        Assert.All(readings, reading => Assert.Equal(Serialization.Fingerprint.Of(expected.Snapshot), Serialization.Fingerprint.Of(reading.Snapshot)));
        Assert.Equal(expected.Mark, mark.Mark);
        Assert.Equal(before, await SettingsAsync(connection));
    }

    /// <summary>The settings of the one session with the server, and its process.</summary>
    private static async Task<List<string>> SettingsAsync(string connectionString)
    {
        await using var connection = await LiveConnection.UseAsync(Live.Settings($"{connectionString};Timeout=10"), live => Connector.OpenAsync(Connector.Source(connectionString), Ct).GetAwaiter().GetResult(), Ct);
        await using var command = new NpgsqlCommand("SELECT name || '=' || setting FROM pg_settings WHERE name <> 'application_name' UNION ALL SELECT pg_backend_pid()::text ORDER BY 1", connection);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var settings = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            settings.Add(reader.GetString(0));
        }

        return settings;
    }
}
