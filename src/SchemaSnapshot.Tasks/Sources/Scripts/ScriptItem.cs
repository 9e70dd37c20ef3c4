namespace SchemaSnapshot.Tasks.Sources;

/// <summary>A script as the project names it.</summary>
/// <param name="Path">The file, absolute.</param>
/// <param name="Tool">Whose it is; null where name and content say so.</param>
public sealed record ScriptItem(string Path, ScriptTool? Tool = null)
{
    /// <summary>
    /// Numbers the turns of items that stand together and name the same tool. A pattern gives its files in any order;
    /// that of the items themselves is what the project means.
    /// </summary>
    internal static IEnumerable<(ScriptItem Item, int Turn)> Turns(IEnumerable<ScriptItem> items)
    {
        var (turn, tool) = (0, (ScriptTool?)null);
        foreach (var item in items.DistinctBy(item => item.Path))
        {
            turn += item.Tool == tool ? 0 : 1;
            tool = item.Tool;
            yield return (item, turn);
        }
    }
}
