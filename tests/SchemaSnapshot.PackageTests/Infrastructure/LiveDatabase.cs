using Npgsql;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>A database on the live server.</summary>
public sealed class LiveDatabase : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly CountingPort port;

    internal LiveDatabase(string name, NpgsqlConnection connection)
    {
        Name = name;
        this.connection = connection;
        port = new CountingPort(new NpgsqlConnectionStringBuilder(connection.ConnectionString));
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>How often somebody connected since this was last asked.</summary>
    public int TakeConnections() => port.TakeCount();

    /// <summary>The URI by which a build reaches it.</summary>
    public string Uri => UriWith();

    /// <summary>How a program reaches it.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port.Number,
        Username = "app",
        Password = LiveServer.Password,
        Database = Name,
        SslMode = SslMode.Disable,
        Pooling = false,
    }.ConnectionString;

    /// <summary>The URI with another password or database.</summary>
    public string UriWith(string? password = null, string? database = null) =>
        $"postgres://app:{System.Uri.EscapeDataString(password ?? LiveServer.Password)}@127.0.0.1:{port.Number}/{database ?? Name}";

    /// <summary>Changes the schema.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The one value of a query.</summary>
    public async Task<object?> ScalarAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        port.Dispose();
        await connection.DisposeAsync();
    }
}
