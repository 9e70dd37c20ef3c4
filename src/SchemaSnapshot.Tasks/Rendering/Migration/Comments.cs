using SchemaSnapshot.Tasks.Rendering.Ddl;
using SchemaSnapshot.Tasks.Rendering.Migration.Alter;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>The comments among the statements that make an object.</summary>
internal static class Comments
{
    private const string Start = "COMMENT ON ";

    /// <summary>The statements that are no comments.</summary>
    public static IEnumerable<string> Without(IEnumerable<string> create) => create.Where(statement => !IsComment(statement));

    /// <summary>What leads from the comments before to those after.</summary>
    /// <param name="from">The object before.</param>
    /// <param name="to">The object after.</param>
    /// <param name="alteration">The change in place.</param>
    public static IEnumerable<MigrationStatement> Change(DdlObject from, DdlObject to, Alteration alteration)
    {
        var lost = alteration.LostComments;
        var (before, after) = (Of(from, alteration), Of(to, alteration));
        var gone = before.Keys.Where(target => !after.ContainsKey(target) && !lost.Contains(target)).Select(target => CommentSql.On(target, null));
        var set = after.Where(item => before.GetValueOrDefault(item.Key) != item.Value || lost.Contains(item.Key)).Select(item => item.Value);
        return gone.Concat(set).Select(sql => new MigrationStatement(sql));
    }

    private static bool IsComment(string statement) => statement.StartsWith(Start, StringComparison.Ordinal);

    private static Dictionary<string, string> Of(DdlObject item, Alteration alteration) => item.Create.Where(IsComment)
        .Select(statement => (Target: statement[Start.Length..SqlScan.IndexOf(statement, " IS ")], Statement: statement))
        .Where(comment => !alteration.IsOthersComment(comment.Target))
        .ToDictionary(comment => comment.Target, comment => comment.Statement, StringComparer.Ordinal);
}
