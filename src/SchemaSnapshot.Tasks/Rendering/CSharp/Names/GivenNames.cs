using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>The names that the project gives by <c>SchemaSnapshotName</c> items; remembers which of them were asked for.</summary>
internal sealed class GivenNames
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> unused = new(StringComparer.Ordinal);

    private GivenNames(IEnumerable<(string Object, string Name)> items)
    {
        foreach (var (item, name) in items)
        {
            if (!PascalCase.IsIdentifier(name))
            {
                throw new SnapshotException(Rules.BadModelName.At($"SchemaSnapshotName {item} is '{name}', which is no name in C#. Write letters, digits and underscores, a letter first."));
            }

            var key = Key(Identifier.Split(item));
            names[key] = name;
            unused[key] = item;
        }
    }

    /// <summary>No name at all.</summary>
    public static GivenNames None => new([]);

    /// <summary>Those of whom nobody asked.</summary>
    public IEnumerable<string> Unused => unused.Values.Order(StringComparer.Ordinal);

    /// <summary>Reads the items.</summary>
    /// <exception cref="SnapshotException">One of them gives no name.</exception>
    public static GivenNames Of(IEnumerable<(string Object, string Name)> items) => new(items);

    /// <summary>The name given to an object: a schema, a relation or type in it, or what that has.</summary>
    public string? Find(params ReadOnlySpan<string> path)
    {
        var key = Key(path.ToArray());
        unused.Remove(key);
        return names.GetValueOrDefault(key);
    }

    private static string Key(IEnumerable<string> path) => string.Join('\0', path);
}
