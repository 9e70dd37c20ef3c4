using Npgsql;
using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Migration;

/// <summary>What values of one type have to be as another: what the server itself makes of them.</summary>
/// <param name="database">The database after the migration, which has the new types.</param>
/// <param name="labels">The labels of enums that have another name, each with its type.</param>
internal sealed class ValueConversion(TestDatabase database, IReadOnlyDictionary<(string Type, string Label), string> labels)
{
    /// <summary>The columns whose values could not be compared.</summary>
    public List<string> Left { get; } = [];

    /// <summary>The values as they have to be; null where nobody can tell.</summary>
    public async Task<IReadOnlyList<string?>?> ExpectedAsync(StoredColumn old, StoredColumn now, IReadOnlyList<string?> values)
    {
        if (old.IsLike(now))
        {
            return [.. values.Select(value => value is null ? null : Label(old.Type, value))];
        }

        // By the cast between both types, else by way of text.
        foreach (var cast in new[] { $"::{old.Type}::{now.Type}", $"::{now.Type}" })
        {
            if (old.Attributes == now.Attributes && IsArray(old) == IsArray(now) && await CastAsync([.. values.Select(value => value is null ? null : Label(old.Type, value))], cast) is { } cast1)
            {
                return cast1;
            }
        }

        Left.Add($"{old.Name} from {old.Type} to {now.Type}");
        return null;
    }

    private string Label(string type, string value) => labels.GetValueOrDefault((type, value), value);

    private static bool IsArray(StoredColumn column) => column.Type.EndsWith("[]", StringComparison.Ordinal);

    private async Task<IReadOnlyList<string?>?> CastAsync(IReadOnlyList<string?> values, string cast)
    {
        try
        {
            var results = new List<string?>();
            foreach (var value in values)
            {
                results.Add(value is null ? null : (string?)await database.ScalarAsync($"SELECT ('{value.Replace("'", "''", StringComparison.Ordinal)}'{cast})::text"));
            }

            return results;
        }
        catch (PostgresException)
        {
            return null;
        }
    }
}
