using Npgsql;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Tasks.Rendering.CSharp;

namespace SchemaSnapshot.DatabaseTests.Models;

/// <summary>The types of the models are those that Npgsql itself gives.</summary>
public sealed class TypeMappingTests(PostgresServers servers)
{
    private const string Setup =
        """
        CREATE SCHEMA ext;
        CREATE EXTENSION hstore SCHEMA ext;
        CREATE EXTENSION citext SCHEMA ext;
        CREATE EXTENSION ltree SCHEMA ext;
        CREATE EXTENSION cube SCHEMA ext;
        CREATE DOMAIN ext.positive AS integer CHECK (VALUE > 0);
        CREATE DOMAIN ext.more_positive AS ext.positive;
        CREATE DOMAIN ext.tags AS text[];
        """;

    // Every type of the system and of extensions that a column can be of, arrays too; not what exists inside of the server alone.
    private const string Types =
        """
        SELECT format_type(oid, NULL) FROM pg_type
        WHERE typtype IN ('b', 'r', 'm', 'd') AND typnamespace IN ('pg_catalog'::regnamespace, 'ext'::regnamespace)
          AND typname !~ '^_?(pg_[a-km-z]|gtsvector|ghstore|ltree_gist|aclitem|cstring)' AND typelem NOT IN (SELECT reltype FROM pg_class WHERE relkind <> 'c')
        ORDER BY 1
        """;

    private static readonly string[] WithModifiers =
        ["bit(1)", "bit(3)", "bit varying(1)", "bit varying(8)", "bit(1)[]", "bit(3)[]", "character(3)", "character varying(20)", "numeric(10,2)", "timestamp(3) with time zone", "interval day to second(2)", "time(0) without time zone"];

    [Theory]
    [InlineData(14)]
    [InlineData(18)]
    public async Task Every_type_is_what_Npgsql_gives(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync(Setup);
        var types = (await database.QueryAsync(Types)).Select(row => (string)row[0]!).Concat(WithModifiers).ToList();
        var mapper = new TypeMapper(new(await SnapshotAsync(database)), _ => null);
        await using var source = NpgsqlDataSource.Create(database.Server.ConnectionString(database.Name));
        Assert.True(types.Count > 100);

        var differences = new List<string>();
        foreach (var type in types)
        {
            var expected = await GivenAsync(source, type);
            var actual = Display(mapper.Map(type).CSharp);
            if (expected != actual)
            {
                differences.Add($"{type}: Npgsql {expected}, models {actual}");
            }
        }

        Assert.Empty(differences);
    }

    private static async Task<Model.DatabaseSnapshot> SnapshotAsync(TestDatabase database) => (await database.ReadAsync()).Snapshot;

    // Of an array only a value tells the type. A reader that cannot read something leaves its connection unusable: each has its own.
    private static async Task<string> GivenAsync(NpgsqlDataSource source, string type)
    {
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var isArray = type.EndsWith(']') || type == "ext.tags";
        await using var command = new NpgsqlCommand(isArray ? $"SELECT '{{}}'::{type}" : $"SELECT NULL::{type}", connection);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            await reader.ReadAsync(TestContext.Current.CancellationToken);
            return Display(isArray ? reader.GetValue(0).GetType() : reader.GetFieldType(0));
        }
        catch (Exception failure) when (failure is InvalidCastException or InvalidOperationException)
        {
            return "Object";
        }
    }

    private static string Display(Type type) => type switch
    {
        { IsArray: true } => $"{Display(type.GetElementType()!)}[]",
        { IsGenericType: true } => $"{type.Name.Split('`')[0]}<{string.Join(",", type.GetGenericArguments().Select(Display))}>",
        _ => type.Name,
    };

    private static string Display(CSharpType type) => type switch
    {
        { IsArray: true } => $"{Display(type.Arguments[0])}[]",
        { Arguments.Count: > 0 } => $"{type.Name}<{string.Join(",", type.Arguments.Select(Display))}>",
        { Namespace: null } => type.Name switch
        {
            "bool" => "Boolean",
            "short" => "Int16",
            "int" => "Int32",
            "long" => "Int64",
            "uint" => "UInt32",
            "ulong" => "UInt64",
            "float" => "Single",
            var name => $"{char.ToUpperInvariant(name[0])}{name[1..]}",
        },
        _ => type.Name,
    };
}
