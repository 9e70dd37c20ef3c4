using SchemaSnapshot.DatabaseTests.Defined;
using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Structured;

/// <summary>Definitions that are put together here, as asking for them costs the server much, are the server's own to the letter.</summary>
public sealed class ComposedDefinitionTests(PostgresServers servers)
{
    /// <summary>What makes a definition more than names in parentheses, and what only looks as if it did not.</summary>
    private const string Shapes =
        """"
        CREATE SCHEMA "Odd ""one""";
        SET search_path = "Odd ""one""";
        CREATE TYPE state AS ENUM ('a', 'b');
        CREATE DOMAIN amount AS integer;
        CREATE TABLE "User" (
            "select" integer, "Näme" text, v varchar(20), b bpchar(5), n name, o oid, i inet, c cidr, bits bit(4), vb varbit,
            e state, d amount, ints integer[], j jsonb, r int4range, u uuid, collated text COLLATE "C", "a""b" integer, "user" integer,
            CONSTRAINT "p k" PRIMARY KEY ("select", "a""b") INCLUDE ("user") DEFERRABLE INITIALLY DEFERRED,
            UNIQUE ("Näme") INCLUDE (v, "user"), UNIQUE (o) WITH (fillfactor = 60), UNIQUE ("user", o) DEFERRABLE,
            UNIQUE ("select", "a""b"), UNIQUE ("a""b", "select", "user"));
        CREATE TABLE child (
            "order" integer, k integer, s integer,
            FOREIGN KEY ("order", k) REFERENCES "User" ("select", "a""b") MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE);
        ALTER TABLE child ADD CONSTRAINT "to the key" FOREIGN KEY (k, s, "order") REFERENCES "User" ("a""b", "select", "user") DEFERRABLE INITIALLY DEFERRED;
        ALTER TABLE child ADD CONSTRAINT "later?" FOREIGN KEY (s) REFERENCES "User" (o) ON UPDATE SET DEFAULT ON DELETE RESTRICT NOT VALID;
        CREATE INDEX "I dx" ON "User" ("Näme" DESC, "user" NULLS FIRST, o DESC NULLS LAST) INCLUDE ("select");
        CREATE INDEX i_text ON "User" ("Näme", v, b, n, collated);
        CREATE INDEX i_bpchar_on_varchar ON "User" (v bpchar_ops);
        CREATE INDEX i_varchar ON "User" (v varchar_ops);
        CREATE INDEX i_pattern ON "User" ("Näme" text_pattern_ops);
        CREATE INDEX i_network ON "User" (i, c);
        CREATE INDEX i_cidr_gist ON "User" USING gist (c inet_ops);
        CREATE INDEX i_bits ON "User" (bits, vb);
        CREATE INDEX i_varbit_on_bit ON "User" (bits varbit_ops);
        CREATE INDEX i_oid ON "User" (o);
        CREATE INDEX i_oid_on_integer ON "User" ("user" oid_ops);
        CREATE INDEX i_enum ON "User" (e, d, u);
        CREATE INDEX i_gin ON "User" USING gin (ints);
        CREATE INDEX i_gin_array_ops ON "User" USING gin (j jsonb_path_ops);
        CREATE INDEX i_range ON "User" USING gist (r);
        CREATE INDEX i_hash ON "User" USING hash ("Näme");
        CREATE INDEX i_brin ON "User" USING brin (o) WITH (pages_per_range = 16);
        CREATE INDEX i_partial ON "User" (o) WHERE "Näme" <> '' AND CASE WHEN d > 1 THEN u IS NOT NULL ELSE e = 'a' END;
        CREATE UNIQUE INDEX i_partial_flag ON "User" (o, d) WHERE (e = 'b');
        CREATE INDEX i_expression ON "User" (lower("Näme"), (o::bigint + 1) DESC);
        CREATE INDEX i_collated ON "User" ("Näme" COLLATE "C", collated COLLATE "default");
        CREATE TABLE parted (a integer, b integer) PARTITION BY RANGE (a);
        CREATE TABLE part PARTITION OF parted FOR VALUES FROM (0) TO (9);
        CREATE INDEX on_all ON parted (b);
        CREATE INDEX on_one ON ONLY parted (a);
        ALTER TABLE parted ADD UNIQUE (a, b);
        CREATE TYPE text_like;
        CREATE FUNCTION text_like_in(cstring) RETURNS text_like LANGUAGE internal IMMUTABLE STRICT AS 'textin';
        CREATE FUNCTION text_like_out(text_like) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
        CREATE TYPE text_like (INPUT = text_like_in, OUTPUT = text_like_out, LIKE = pg_catalog.text, COLLATABLE = true);
        CREATE CAST (text_like AS pg_catalog.text) WITHOUT FUNCTION AS IMPLICIT;
        CREATE TABLE likes (t text_like, x text);
        CREATE INDEX i_like ON likes (t);
        CREATE INDEX i_like_text_ops ON likes (t text_ops, x);
        CREATE TABLE internals (tree pg_node_tree, list pg_mcv_list);
        CREATE INDEX i_tree ON internals (tree);
        CREATE INDEX i_list ON internals (list);
        """";

    private const string Shapes15 =
        """"
        CREATE UNIQUE INDEX i_nulls ON "User" (d, u) INCLUDE (o) NULLS NOT DISTINCT WHERE o > 5;
        ALTER TABLE "User" ADD UNIQUE NULLS NOT DISTINCT (u, d);
        ALTER TABLE child ADD FOREIGN KEY ("order", s) REFERENCES "User" ("select", "a""b") ON DELETE SET NULL (s, "order");
        """";

    private const string Shapes18 =
        """"
        CREATE TABLE spans (id int4range, at tstzrange, PRIMARY KEY (id, at WITHOUT OVERLAPS));
        CREATE TABLE within (id int4range, at tstzrange, "No" integer CONSTRAINT n NOT NULL NO INHERIT,
            FOREIGN KEY (id, PERIOD at) REFERENCES spans (id, PERIOD at));
        ALTER TABLE within ADD CONSTRAINT unenforced FOREIGN KEY ("No") REFERENCES "User" (o) NOT ENFORCED;
        ALTER TABLE child ADD CONSTRAINT "later" NOT NULL "order" NOT VALID;
        """";

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Of_every_shape(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync(Shapes);
        await database.ExecuteAsync(major >= 15 ? Shapes15 : "");
        await database.ExecuteAsync(major >= 18 ? Shapes18 : "");

        Assert.True(await CompareAsync(database) > 30);
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Of_the_fixture_with_everything(int major)
    {
        await using var database = await EverythingFixture.CreateDatabaseAsync(servers, major);

        Assert.True(await CompareAsync(database) > 20);
    }

    [Theory]
    [InlineData("adventureworks.sql")]
    [InlineData("musicbrainz.sql")]
    [InlineData("openstreetmap.sql")]
    [InlineData("thingsboard.sql")]
    public async Task Of_real_schemas(string file)
    {
        var script = Repository.Corpus(file);
        await using var database = await servers.CreateDatabaseAsync(18);
        await database.ExecuteFileAsync(script);

        Assert.True(await CompareAsync(database) > 20);
    }

    /// <summary>Compares all definitions; gives how many there are.</summary>
    private static async Task<int> CompareAsync(TestDatabase database)
    {
        await database.ExecuteAsync("SET search_path = ''");
        var (snapshot, _) = await database.ReadAsync();
        var actual =
            from schema in snapshot.Schemas
            from relation in schema.Relations
            let constraints = relation.UniqueConstraints.Concat(relation.CheckConstraints).Concat(relation.ExclusionConstraints).Concat(relation.NotNullConstraints)
                .Concat(relation.PrimaryKey is { } key ? [key] : [])
            from definition in constraints.Select(item => (item.Name, item.Definition))
                .Concat(relation.ForeignKeys.Select(item => (item.Name, item.Definition)))
                .Concat(relation.Indexes.Select(item => (item.Name, item.Definition)))
            select (schema.Name, relation.Name, definition.Name, definition.Definition);
        var expected = (await database.QueryAsync(
            """
            SELECT n.nspname::text, c.relname::text, k.conname::text, pg_catalog.pg_get_constraintdef(k.oid)
            FROM pg_catalog.pg_constraint AS k JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            UNION ALL
            SELECT n.nspname::text, c.relname::text, x.relname::text, pg_catalog.pg_get_indexdef(i.indexrelid)
            FROM pg_catalog.pg_index AS i JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
            JOIN pg_catalog.pg_class AS c ON c.oid = i.indrelid JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            """)).Select(row => ((string)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!)).ToHashSet();

        Assert.Equal([], actual.Where(item => !expected.Contains(item)));
        return actual.Count();
    }
}
