using System.Text;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>The identifiers of the tables of one diagram: readable, of Mermaid's alphabet, and different for different tables.</summary>
internal sealed class MermaidNames
{
    private readonly Dictionary<RelationKey, string> names = [];
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    public string this[RelationKey key]
    {
        get
        {
            if (!names.TryGetValue(key, out var name))
            {
                name = Free(Identifier(key));
                names[key] = name;
            }

            return name;
        }
    }

    // Keywords of the grammar are single words without an underscore, so that schema and table together are never one.
    private static string Identifier(RelationKey key)
    {
        var identifier = new StringBuilder();
        foreach (var c in $"{key.Schema}_{key.Name}")
        {
            identifier.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        }

        return char.IsAsciiLetter(identifier[0]) ? identifier.ToString() : $"t_{identifier}";
    }

    private string Free(string identifier)
    {
        var candidate = identifier;
        for (var number = 2; !taken.Add(candidate); number++)
        {
            candidate = $"{identifier}_{number}";
        }

        return candidate;
    }
}
