using System.Globalization;
using Npgsql;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.DatabaseTests.Defined;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot.DatabaseTests.Verification;

/// <summary>What a program learns of its database, against real servers.</summary>
public sealed class SchemaVerifierTests(PostgresServers servers)
{
    private const string Shop = """
        CREATE SCHEMA sales;
        CREATE TABLE sales.orders (id bigint PRIMARY KEY, placed timestamptz NOT NULL, note varchar(200));
        CREATE INDEX orders_placed ON sales.orders (placed);
        CREATE TABLE sales.logs (id bigint, line text);
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task The_database_that_a_snapshot_was_read_from_is_identical_to_it(int major)
    {
        await using var database = await EverythingFixture.CreateDatabaseAsync(servers, major);
        var embedded = SchemaMapReader.Read(SchemaMapWriter.ToBytes((await database.ReadAsync()).Snapshot)).Snapshot;
        await using var source = SourceOf(database);

        var verification = await SchemaVerifier.VerifyAsync(source, embedded, cancellationToken: Ct);

        Assert.True(verification.IsIdentical);
        Assert.True(verification.IsCompatible);
        Assert.Empty(verification.Changes);
        Assert.Equal(database.Name, verification.Database);
        Assert.Equal(Fingerprint.Of(embedded), verification.ActualFingerprint);
        Assert.StartsWith($"The schema of the database '{database.Name}' is that of the snapshot.", verification.ToString(), StringComparison.Ordinal);
        Assert.Same(verification, verification.EnsureCompatible());
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task What_changed_is_said_the_worst_first(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        var verification = await AfterAsync(database, """
            ALTER TABLE sales.logs ADD COLUMN at timestamptz;
            DROP INDEX sales.orders_placed;
            ALTER TABLE sales.orders DROP COLUMN note;
            """);

        Assert.False(verification.IsIdentical);
        Assert.False(verification.IsCompatible);
        Assert.Equal(["SNAP2001"], verification.Breaking.Select(verdict => verdict.Rule.Code));
        Assert.Equal(["SNAP3005"], verification.Risky.Select(verdict => verdict.Rule.Code));
        Assert.Equal(
            [
                $"The schema of the database '{database.Name}' differs from the snapshot: 1 breaking, 1 risky, 1 compatible changes.",
                "  breaking SNAP2001: column sales.orders.note: dropped: readers and writers break",
                "  risky SNAP3005: index orders_placed on sales.orders: dropped: queries may become slow",
                "  compatible SNAP4002: column sales.logs.at: added",
            ],
            verification.ToString().Split('\n'));
        var exception = Assert.Throws<SchemaDriftException>(verification.EnsureCompatible);
        Assert.Same(verification, exception.Verification);
        Assert.Contains("SNAP2001: column sales.orders.note: dropped", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SNAP4001", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_out_of_scope_is_not_compared()
    {
        await using var database = await NewAsync();
        var options = new SchemaVerifierOptions { Scope = SnapshotScope.Parse(excludeTables: ["sales.logs"]) };

        var verification = await AfterAsync(database, "DROP TABLE sales.logs; CREATE TABLE sales.orders_2 (id int)", options);

        Assert.Equal(["table sales.orders_2"], verification.Changes.Select(verdict => verdict.Change.Description));
    }

    [Fact]
    public async Task What_breaks_no_use_is_compatible()
    {
        await using var database = await NewAsync();
        var options = new SchemaVerifierOptions { Uses = [new Use("sales.orders", Access.Read)] };

        var verification = await AfterAsync(database, "DROP TABLE sales.logs; ALTER TABLE sales.orders ALTER COLUMN note SET NOT NULL", options);

        Assert.Equal(2, verification.Changes.Count);
        Assert.True(verification.IsCompatible);
        Assert.False((await AfterAsync(database, "DROP TABLE sales.orders", options)).IsCompatible);
    }

    [Fact]
    public async Task A_rule_matters_as_much_as_is_asked_for()
    {
        await using var database = await NewAsync();
        var severities = new Dictionary<string, DiagnosticSeverity?> { ["snap2001"] = DiagnosticSeverity.Warning, ["SNAP3005"] = DiagnosticSeverity.Error, ["SNAP4002"] = null };

        var verification = await AfterAsync(
            database, "DROP TABLE sales.logs; DROP INDEX sales.orders_placed; CREATE TABLE sales.more ()", new() { Severities = severities });

        Assert.Equal([("SNAP3005", DiagnosticSeverity.Error), ("SNAP2001", DiagnosticSeverity.Warning)], verification.Changes.Select(verdict => (verdict.Rule.Code, verdict.Severity)));
    }

    [Theory]
    [InlineData("SNAP9999")]
    [InlineData("SNAP0001")]
    public async Task A_severity_for_no_rule_of_changes_is_refused_before_anything_is_connected(string code)
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1");
        var options = new SchemaVerifierOptions { Severities = new Dictionary<string, DiagnosticSeverity?> { [code] = null } };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => SchemaVerifier.VerifyAsync(nowhere, new DatabaseSnapshot { Database = "" }, options, Ct));

        Assert.StartsWith($"'{code}' is no rule of changes. Known are SNAP2001 to ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declared_rename_is_told_as_one()
    {
        await using var database = await NewAsync();

        var verification = await AfterAsync(
            database, "ALTER TABLE sales.orders RENAME COLUMN note TO remark", new() { Renames = [new DeclaredRename("sales.orders.note", "sales.orders.remark")] });

        Assert.Equal(["SNAP2002"], verification.Changes.Select(verdict => verdict.Rule.Code));
    }

    [Theory]
    [InlineData("9999-12-31", "  accepted SNAP2001: column sales.orders.note: dropped: readers and writers break (accepted: nobody reads it)")]
    [InlineData("2020-12-31", "  breaking SNAP2001: column sales.orders.note: dropped: readers and writers break")]
    public async Task What_is_accepted_breaks_nothing_until_its_last_day_is_over(string lastDay, string line)
    {
        await using var database = await NewAsync();
        var decision = new AcceptedChange("SNAP2001", "column sales.orders.note", "nobody reads it", DateOnly.Parse(lastDay, CultureInfo.InvariantCulture));

        var verification = await AfterAsync(database, "ALTER TABLE sales.orders DROP COLUMN note", new() { Accepted = [decision] });

        Assert.Equal(line, verification.ToString().Split('\n')[1]);
        Assert.Equal(line.Contains("breaking", StringComparison.Ordinal), !verification.IsCompatible);
    }

    [Fact]
    public async Task Without_privileges_the_snapshot_is_compared_without_them()
    {
        await using var database = await NewAsync();
        await database.ExecuteAsync(Shop + "GRANT SELECT ON sales.logs TO PUBLIC; GRANT USAGE ON SCHEMA sales TO PUBLIC");
        var before = (await database.ReadAsync()).Snapshot;
        await database.ExecuteAsync("REVOKE SELECT ON sales.logs FROM PUBLIC");

        Assert.False((await SchemaVerifier.VerifyAsync(database.Connection, before, cancellationToken: Ct)).IsCompatible);
        Assert.True((await SchemaVerifier.VerifyAsync(database.Connection, before, new() { Privileges = false }, Ct)).IsIdentical);
    }

    private static NpgsqlDataSource SourceOf(TestDatabase database) => NpgsqlDataSource.Create(database.Server.ConnectionString(database.Name));

    private async Task<TestDatabase> NewAsync() => await (await servers.NewestAsync()).CreateDatabaseAsync();

    /// <summary>Verifies the shop's schema after a change; the next time goes on from there.</summary>
    private static async Task<SchemaVerification> AfterAsync(TestDatabase database, string change, SchemaVerifierOptions? options = null)
    {
        if ((await database.ReadAsync()).Snapshot.Schemas.All(schema => schema.Name != "sales"))
        {
            await database.ExecuteAsync(Shop);
        }

        var before = (await database.ReadAsync()).Snapshot;
        await database.ExecuteAsync(change);
        await using var source = SourceOf(database);
        return await SchemaVerifier.VerifyAsync(source, before, options, Ct);
    }
}
