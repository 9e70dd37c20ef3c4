namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Statements about privileges.</summary>
internal static class PrivilegeSql
{
    private const string Grant = "GRANT ";
    private const string Revoke = "REVOKE ";

    /// <summary>The statement that takes back what a statement did: <c>REVOKE</c> for <c>GRANT</c> and the other way round.</summary>
    /// <remarks>On the database itself the statement stands as a text in one that finds the database's name: the words are the same.</remarks>
    public static string Reverse(string statement)
    {
        var (grant, revoke) = (statement.IndexOf(Grant, StringComparison.Ordinal), statement.IndexOf(Revoke, StringComparison.Ordinal));
        var isGrant = revoke < 0 || (grant >= 0 && grant < revoke);
        var (start, verb, reverse) = isGrant ? (grant, Grant, Revoke) : (revoke, Revoke, Grant);
        var (word, opposite) = isGrant ? (" TO ", " FROM ") : (" FROM ", " TO ");
        var rest = statement[(start + verb.Length)..].Replace(" WITH GRANT OPTION", "", StringComparison.Ordinal);
        var place = rest.LastIndexOf(word, StringComparison.Ordinal);
        return $"{statement[..start]}{reverse}{rest[..place]}{opposite}{rest[(place + word.Length)..]}";
    }
}
