using Npgsql;
using SchemaSnapshot.Benchmarks.Synthetic;

namespace SchemaSnapshot.Benchmarks;

/// <summary>A schema from the real world, where the corpus lies beside the repository.</summary>
internal static class CorpusSchema
{
    private const int Runs = 7;

    /// <summary>Makes a database with it.</summary>
    /// <returns>The database; null where there is no corpus.</returns>
    public static async Task<(string Name, string ConnectionString, int Tables, int Runs)?> CreateAsync(BenchmarkServer server)
    {
        var file = Path.Combine(Repository.Root, "..", "shared", "corpus", "musicbrainz.sql");
        if (!File.Exists(file))
        {
            return null;
        }

        var connectionString = await server.CreateAsync("musicbrainz", [await File.ReadAllTextAsync(file).ConfigureAwait(false)]).ConfigureAwait(false);
        var connection = new NpgsqlConnection(connectionString);
        await using var _ = connection.ConfigureAwait(false);
        await connection.OpenAsync().ConfigureAwait(false);
        var command = new NpgsqlCommand("SELECT count(*)::int4 FROM pg_class WHERE relkind = 'r' AND oid >= 16384", connection);
        await using var __ = command.ConfigureAwait(false);
        return ("musicbrainz", connectionString, (int)(await command.ExecuteScalarAsync().ConfigureAwait(false))!, Runs);
    }
}
