using System.Security.Cryptography;
using System.Text;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>
/// Gives each its own name, capitals not counting. Of several that want the same, the one that is spelled as the name suggests has it
/// (<c>a_b</c> has <c>AB</c>), else the first; the others get a mark that depends on nothing but their own name in the database, so that
/// none of them changes when another comes or goes.
/// </summary>
internal static class NameClashes
{
    private const int MarkBytes = 2;

    /// <summary>The names by the wishes' own names in the database.</summary>
    /// <param name="wishes">The wishes, each with a name of its own in the database.</param>
    /// <param name="reserved">The names that are taken.</param>
    /// <param name="place">Where the names are to be, for messages.</param>
    /// <param name="suffix">What is put behind a name that is reserved.</param>
    public static Dictionary<string, string> Resolve(IReadOnlyCollection<WantedName> wishes, IEnumerable<string> reserved, string place, string suffix = "Value")
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var reservedNames = reserved.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var taken = reservedNames.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var wish in wishes.Where(wish => wish.Given is not null).OrderBy(wish => wish.Raw, StringComparer.Ordinal))
        {
            names[wish.Raw] = taken.Add(wish.Given!) ? wish.Given! : throw Taken(wish, place);
        }

        var groups = wishes.Where(wish => wish.Given is null)
            .GroupBy(wish => wish.Candidate, StringComparer.OrdinalIgnoreCase)
            .OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        var firsts = groups.Select(group => group.OrderBy(wish => PascalCase.Back(wish.Candidate) != wish.Raw).ThenBy(wish => wish.Raw, StringComparer.Ordinal).First()).ToList();
        foreach (var wish in firsts.Where(wish => taken.Add(wish.Candidate)))
        {
            names[wish.Raw] = wish.Candidate;
        }

        foreach (var wish in groups.SelectMany(group => group).Where(wish => !names.ContainsKey(wish.Raw)).OrderBy(wish => wish.Raw, StringComparer.Ordinal))
        {
            names[wish.Raw] = reservedNames.Contains(wish.Candidate) && taken.Add(wish.Candidate + suffix) ? wish.Candidate + suffix : Marked(wish, taken);
        }

        return names;
    }

    private static string Marked(WantedName wish, HashSet<string> taken)
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes(wish.Raw)));
        for (var length = MarkBytes * 2; ; length++)
        {
            var name = $"{wish.Candidate}_{hash[..length]}";
            if (taken.Add(name))
            {
                return name;
            }
        }
    }

    private static SnapshotException Taken(WantedName wish, string place) => new(Rules.BadModelName.At(
        $"SchemaSnapshotName gives {wish.Raw} the name {wish.Given}, which something else has in {place}, or which no member may have. Give it another."));
}
