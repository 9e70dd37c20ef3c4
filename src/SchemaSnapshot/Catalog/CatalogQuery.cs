using System.Globalization;

namespace SchemaSnapshot.Catalog;

/// <summary>One query over the system catalogs: a file of <c>Catalog/Sql</c>.</summary>
/// <param name="Name">The name of the file without version and ending.</param>
/// <param name="Text">The statement.</param>
internal sealed record CatalogQuery(string Name, string Text)
{
    private const string Folder = "Sql/";

    /// <summary>
    /// The queries for a server: <c>name.sql</c>, or <c>name.15.sql</c> from PostgreSQL 15 on where such a file is there.
    /// </summary>
    /// <param name="serverMajor">The major version of the server.</param>
    public static IReadOnlyList<CatalogQuery> For(int serverMajor) =>
        [.. Files()
            .Where(file => file.Since <= serverMajor)
            .GroupBy(file => file.Name, StringComparer.Ordinal)
            .OrderBy(versions => versions.Key, StringComparer.Ordinal)
            .Select(versions => versions.MaxBy(file => file.Since))
            .Select(file => new CatalogQuery(file.Name, Read(file.Resource)))];

    /// <summary>One of them, without looking at the others.</summary>
    public static CatalogQuery Of(string name, int serverMajor)
    {
        var newest = serverMajor;
        while (newest > 0 && !Exists($"{Folder}{name}.{newest}.sql"))
        {
            newest--;
        }

        return new(name, Read(newest > 0 ? $"{Folder}{name}.{newest}.sql" : $"{Folder}{name}.sql"));
    }

    private static bool Exists(string resource) => typeof(CatalogQuery).Assembly.GetManifestResourceInfo(resource) is not null;

    private static IEnumerable<(string Name, int Since, string Resource)> Files()
    {
        foreach (var resource in typeof(CatalogQuery).Assembly.GetManifestResourceNames())
        {
            if (!resource.StartsWith(Folder, StringComparison.Ordinal))
            {
                continue;
            }

            var parts = resource[Folder.Length..].Split('.');
            yield return (parts[0], parts.Length > 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0, resource);
        }
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(CatalogQuery).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
