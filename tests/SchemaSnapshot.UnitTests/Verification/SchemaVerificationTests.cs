using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.UnitTests.Verification;

public sealed class SchemaVerificationTests
{
    [Fact]
    public void What_was_not_compared_is_told()
    {
        var verification = Of([]) with { NotModelled = [new ObjectCount("base type", 2), new ObjectCount("language", 1)] };

        Assert.Equal(
            """
            The schema of the database 'shop' is that of the snapshot.
              not compared: base type: 2, language: 1
            """,
            verification.ToString());
    }

    [Fact]
    public void A_difference_that_nobody_wants_to_hear_of_is_still_one()
    {
        var verification = Of([]) with { ActualFingerprint = "sha256:2" };

        Assert.False(verification.IsIdentical);
        Assert.True(verification.IsCompatible);
        Assert.Equal("The schema of the database 'shop' differs from the snapshot in nothing that matters here.", verification.Summary);
    }

    [Fact]
    public void The_name_of_a_database_cannot_break_the_line() =>
        Assert.Equal("The schema of the database 'a b' is that of the snapshot.", (Of([]) with { Database = "a\r\n\u202eb" }).Summary);

    [Fact]
    public void An_exception_names_some_of_very_many_changes()
    {
        var before = new DatabaseSnapshot { Database = "shop", Schemas = [new Schema { Name = "s", Tables = Enumerable.Range(0, 30).Select(i => Table($"t{i:00}")).ToValueList() }] };
        var after = before with { Schemas = [new Schema { Name = "s" }] };

        var exception = new SchemaDriftException(Of(Verdicts.Of(before, after)) with { ActualFingerprint = "sha256:2" });

        var lines = exception.Message.Split('\n');
        Assert.Equal(22, lines.Length);
        Assert.Equal("The schema of the database 'shop' differs from the snapshot: 30 breaking changes.", lines[0]);
        Assert.Equal("  breaking SNAP2001: table s.t00: dropped: readers and writers break", lines[1]);
        Assert.Equal("  and 10 more that break", lines[^1]);
    }

    [Fact]
    public async Task A_provider_without_batches_is_not_supported()
    {
        using var connection = new OldConnection();

        await Assert.ThrowsAsync<NotSupportedException>(() => SchemaVerifier.VerifyAsync(
            connection, new DatabaseSnapshot { Database = "shop" }, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    private static Relation Table(string name) => new() { Name = name, Kind = RelationKind.Table };

    private static SchemaVerification Of(ValueList<Verdict> changes) =>
        new() { Database = "shop", ExpectedFingerprint = "sha256:1", ActualFingerprint = "sha256:1", Changes = changes };

    // As a provider was written before .NET 6.
    private sealed class OldConnection : DbConnection
    {
        private ConnectionState state;

        [AllowNull]
        public override string ConnectionString { get; set; }

        public override string Database => "shop";

        public override string DataSource => "";

        public override string ServerVersion => "17.5";

        public override ConnectionState State => state;

        public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

        public override void Open() => state = ConnectionState.Open;

        public override void Close() => state = ConnectionState.Closed;

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

        protected override DbCommand CreateDbCommand() => throw new NotSupportedException();
    }
}
