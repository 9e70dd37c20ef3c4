using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Finds the roles that the privileges and policies of a snapshot name.</summary>
internal static class RoleNames
{
    private static readonly string[] Ends = [" WITH GRANT OPTION", " USING (", " WITH CHECK (", " IN SCHEMA ", " GRANT ", " REVOKE "];

    /// <summary>The names, unquoted, in ordinal order; without <c>PUBLIC</c>, which is everybody.</summary>
    public static IReadOnlyList<string> Of(DatabaseSnapshot snapshot)
    {
        var relations = snapshot.Schemas.SelectMany(schema => schema.Relations).SelectMany(relation => relation.Objects);
        return [.. snapshot.Objects.Concat(snapshot.Schemas.SelectMany(schema => schema.Objects)).Concat(relations)
            .Where(item => item.Kind.IsPrivilege || item.Kind.Id == "policies")
            .SelectMany(Of)
            .Where(role => role != "PUBLIC")
            .Select(role => Identifier.Split(role)[0])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The roles as SQL spells them.</summary>
    private static IEnumerable<string> Of(DefinedObject item)
    {
        // On the database itself the statement is a text within another; its name says the same.
        var statement = item.Definition.StartsWith("DO ", StringComparison.Ordinal)
            ? item.Name.Replace(" to ", " TO ", StringComparison.Ordinal).Replace(" with grant option", "", StringComparison.Ordinal)
            : item.Definition;
        return Behind(statement, " TO ").Concat(Behind(statement, " FOR ROLE "));
    }

    private static IEnumerable<string> Behind(string statement, string word)
    {
        var start = SqlScan.IndexOf(statement, word);
        if (start < 0)
        {
            return [];
        }

        var rest = statement[(start + word.Length)..];
        var end = Ends.Select(text => SqlScan.IndexOf(rest, text)).Where(place => place >= 0).DefaultIfEmpty(rest.Length).Min();
        return SqlScan.Split(rest[..end], ", ");
    }
}
