using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Defined;

/// <summary>What a snapshot does not hold is counted, and nothing else is.</summary>
public sealed class NotModelledTests(PostgresServers servers)
{
    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task A_new_database_has_no_object_at_all(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);

        var reading = await database.ReadAsync();

        Assert.Empty(reading.NotModelled);
        Assert.Empty(reading.Snapshot.Defined());
        Assert.Equal(new Schema { Name = "public" }, Assert.Single(reading.Snapshot.Schemas));
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task The_fixture_holds_nothing_that_is_not_modelled(int major) =>
        Assert.Empty((await EverythingFixture.ReadAsync(servers, major)).NotModelled);

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Each_kind_is_counted(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync("""
            CREATE TYPE announced;
            CREATE TYPE small;
            CREATE FUNCTION small_in(cstring) RETURNS small LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
            CREATE FUNCTION small_out(small) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
            CREATE TYPE small (INPUT = small_in, OUTPUT = small_out, LIKE = integer);
            CREATE OPERATOR FAMILY free USING btree;
            CREATE OPERATOR CLASS reversed FOR TYPE integer USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(integer);
            CREATE ACCESS METHOD rows TYPE TABLE HANDLER heap_tableam_handler;
            CREATE LANGUAGE own HANDLER plpgsql_call_handler;
            CREATE FUNCTION to_own(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'boolin';
            CREATE TRANSFORM FOR integer LANGUAGE own (FROM SQL WITH FUNCTION to_own(internal));
            CREATE CONVERSION first FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
            CREATE CONVERSION second FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
            CREATE TEXT SEARCH PARSER words (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
            CREATE TEXT SEARCH TEMPLATE plain (INIT = dsimple_init, LEXIZE = dsimple_lexize);
            CREATE FOREIGN DATA WRAPPER nothing;
            CREATE SERVER nowhere FOREIGN DATA WRAPPER nothing;
            CREATE USER MAPPING FOR PUBLIC SERVER nowhere OPTIONS (password 'secret');
            CREATE SUBSCRIPTION follower CONNECTION 'dbname=nowhere' PUBLICATION p WITH (connect = false, slot_name = NONE);
            """);
        await database.QueryAsync("SELECT pg_catalog.lo_create(0), pg_catalog.lo_create(0)");

        var reading = await database.ReadAsync();
        await database.ExecuteAsync("DROP SUBSCRIPTION follower"); // else the database cannot be dropped

        Assert.Equal(
            [
                new("access method", 1), new("base type", 1), new("conversion", 2), new("large object", 2), new("operator class", 1),
                new("operator family", 2), new("procedural language", 1), new("shell type", 1), new("subscription", 1),
                new("text search parser", 1), new("text search template", 1), new("transform", 1), new("user mapping", 1),
            ],
            reading.NotModelled.ToArray<ObjectCount>());
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Members_of_extensions_are_neither_read_nor_counted(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync("CREATE EXTENSION hstore; CREATE EXTENSION citext; CREATE EXTENSION postgres_fdw");

        var reading = await database.ReadAsync();

        Assert.Empty(reading.NotModelled);
        Assert.Equal(["citext", "hstore", "postgres_fdw"], reading.Snapshot.Defined().Select(found => found.Item.Name));
        Assert.Equal(new Schema { Name = "public" }, Assert.Single(reading.Snapshot.Schemas));
    }
}
