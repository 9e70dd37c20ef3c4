using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>Looks into the definitions of privileges: <c>GRANT INSERT, SELECT ON TABLE sales.orders TO app</c>.</summary>
internal static class PrivilegeText
{
    private const string Grant = "GRANT ";
    private const string Revoke = "REVOKE ";

    /// <summary>Whether a change takes away a privilege that was there.</summary>
    public static bool IsRevoked(Change change)
    {
        var (before, after) = (Definition(change.Before<DefinedObject>()), Definition(change.After<DefinedObject>()));
        return change switch
        {
            { Kind: not ("privilege" or "default privilege") } => false,
            { Type: ChangeType.Added } => after.Contains(Revoke, StringComparison.Ordinal),
            { Type: ChangeType.Removed } => !before.Contains(Revoke, StringComparison.Ordinal),
            { Member: "definition" } => before.Contains(Revoke, StringComparison.Ordinal) ? Named(after, Revoke).Except(Named(before, Revoke)).Any() : Named(before, Grant).Except(Named(after, Grant)).Any(),
            _ => false,
        };
    }

    private static string Definition(DefinedObject? privilege) => privilege is { Kind.IsPrivilege: true } ? privilege.Definition : "";

    private static string[] Named(string definition, string verb)
    {
        var start = definition.IndexOf(verb, StringComparison.Ordinal);
        var end = start < 0 ? -1 : definition.IndexOf(" ON ", start, StringComparison.Ordinal);
        return end < 0 ? [] : definition[(start + verb.Length)..end].Split(", ");
    }
}
