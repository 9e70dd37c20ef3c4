using SchemaSnapshot.DatabaseTests.Defined;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.DatabaseTests.Sources;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.DatabaseTests.Ddl;

/// <summary>The proof of a map that was read from a live database, with what only the database's server has: tablespaces and roles.</summary>
public sealed class ProofTests(PostgresServers servers)
{
    private const string Variable = "PROOF_DATABASE";
    private const string Tablespace = "\"Proof's \"\"space\"\"\"";

    private const string InTablespace =
        $"""
        CREATE SCHEMA spaced;
        CREATE TABLE spaced.t (id integer, a text, r int4range) TABLESPACE {Tablespace};
        ALTER TABLE spaced.t ADD PRIMARY KEY (id) USING INDEX TABLESPACE {Tablespace};
        ALTER TABLE spaced.t ADD EXCLUDE USING gist (r WITH &&) USING INDEX TABLESPACE {Tablespace};
        CREATE INDEX i ON spaced.t (a) TABLESPACE {Tablespace};
        CREATE TABLE spaced.p (id integer) PARTITION BY RANGE (id) TABLESPACE {Tablespace};
        CREATE TABLE spaced.p1 PARTITION OF spaced.p FOR VALUES FROM (1) TO (2);
        CREATE TABLE spaced.p2 PARTITION OF spaced.p FOR VALUES FROM (2) TO (3) TABLESPACE pg_default;
        CREATE INDEX pi ON spaced.p (id) TABLESPACE {Tablespace};
        CREATE MATERIALIZED VIEW spaced.m TABLESPACE {Tablespace} AS SELECT id FROM spaced.t;
        """;

    public static TheoryData<int> Majors => [PostgresServers.Oldest, PostgresServers.Newest];

    [Theory]
    [MemberData(nameof(Majors))]
    public async Task A_live_database_with_tablespaces_is_proved(int major)
    {
        var server = await servers.GetAsync(major);
        using var folder = new TemporaryFolder();
        try
        {
            await using var database = await EverythingFixture.CreateDatabaseAsync(servers, major);
            await database.ExecuteAsync($"SET allow_in_place_tablespaces = on; CREATE TABLESPACE {Tablespace} LOCATION ''; {InTablespace}");
            folder.Write(".env", $"{Variable}='{server.ConnectionString(database.Name)}'\n");

            var export = await RunAsync(SnapshotCommand.Export, folder, major);
            var proof = await RunAsync(SnapshotCommand.Prove, folder, major);

            Assert.DoesNotContain(export.Diagnostics, told => told.Severity == Diagnostics.DiagnosticSeverity.Error);
            Assert.Empty(proof.Diagnostics);
            Assert.EndsWith("no change, same fingerprint.", proof.Summary, StringComparison.Ordinal);
            var sql = await File.ReadAllTextAsync(Path.Combine(folder.Path, "schema", "schema.sql"), TestContext.Current.CancellationToken);
            Assert.Contains($"-- The tablespaces have to be there: {Tablespace}.", sql, StringComparison.Ordinal);
        }
        finally
        {
            await server.ExecuteAsync($"DROP TABLESPACE IF EXISTS {Tablespace}");
        }
    }

    private static async Task<ExportResult> RunAsync(SnapshotCommand command, TemporaryFolder folder, int major)
    {
        var binaries = await ServerPrograms.FindAsync(major);
        var options = new ExportOptions
        {
            Command = command,
            Directory = Path.Combine(folder.Path, "schema"),
            IntermediateDirectory = Path.Combine(folder.Path, "obj"),
            DatabaseName = "proof",
            ConnectionVariable = Variable,
            EnvFile = Path.Combine(folder.Path, ".env"),
            PostgresDirectory = binaries!.Directory,
        };
        return await new Exporter(options, new FreshSnapshots(options)).RunAsync(TestContext.Current.CancellationToken);
    }
}
