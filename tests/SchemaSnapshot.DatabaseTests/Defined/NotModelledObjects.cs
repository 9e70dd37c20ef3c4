using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Defined;

/// <summary>Objects of every kind that a snapshot does not hold.</summary>
internal static class NotModelledObjects
{
    /// <summary>Makes them; <see cref="ReleaseAsync"/> follows.</summary>
    public static async Task CreateAsync(TestDatabase database)
    {
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
    }

    /// <summary>Lets go of what would keep the database from being dropped.</summary>
    public static Task ReleaseAsync(TestDatabase database) => database.ExecuteAsync("DROP SUBSCRIPTION follower");
}
