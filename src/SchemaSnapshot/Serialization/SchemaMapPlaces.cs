namespace SchemaSnapshot.Serialization;

/// <summary>
/// Where each object stands in a schema map file, filled by <see cref="SchemaMapReader"/>. A path is made of the keys and
/// names that lead to the object: <c>schemas, sales, tables, orders, columns, id</c>.
/// </summary>
internal sealed class SchemaMapPlaces
{
    private readonly Dictionary<string, FilePosition> places = new(StringComparer.Ordinal);

    /// <summary>How many places are known.</summary>
    public int Count => places.Count;

    /// <summary>The place of an object, or of the nearest one around it that the file has.</summary>
    /// <param name="path">The keys and names that lead to it.</param>
    public FilePosition Find(params IReadOnlyList<string> path)
    {
        ArgumentNullException.ThrowIfNull(path);
        for (var length = path.Count; length > 0; length--)
        {
            if (places.TryGetValue(path.Take(length).Aggregate("", Join), out var place))
            {
                return place;
            }
        }

        return new FilePosition(1, 1);
    }

    // A name may contain a slash; within a path it is spelled as in a JSON pointer (RFC 6901).
    internal static string Join(string path, string name) =>
        $"{path}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    internal void Add(string path, FilePosition place) => places.TryAdd(path, place);
}
