using System.Data.Common;

/// <summary>Something that the program needs the database for.</summary>
internal static class Brands
{
    public static async Task<List<string>> ListAsync(DbDataSource source, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT name FROM catalog.brands ORDER BY name");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
