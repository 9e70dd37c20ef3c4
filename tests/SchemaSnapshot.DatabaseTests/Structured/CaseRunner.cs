using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Structured;

/// <summary>Runs cases.</summary>
internal static class CaseRunner
{
    /// <summary>
    /// Runs the statements of all cases of a version in one database, and holds what is read to what they expect, in their order.
    /// </summary>
    public static async Task HoldAsync<T>(
        TestDatabase database, string preparation, IReadOnlyList<Case<T>> cases, Func<DatabaseSnapshot, IEnumerable<T>> read)
    {
        var own = cases.Where(item => item.IsOf(database.Server.Major)).ToList();
        await database.ExecuteAsync(preparation);
        foreach (var item in own)
        {
            await database.ExecuteAsync(item.Ddl);
        }

        var (snapshot, notModelled) = await database.ReadAsync();
        var actual = read(snapshot).ToList();
        foreach (var (item, found) in own.Zip(actual))
        {
            Assert.Equal(item.Expected, found);
        }

        Assert.Equal(own.Count, actual.Count);
        Assert.Empty(notModelled);
    }

    /// <summary>The schema <c>app</c>.</summary>
    public static Schema App(this DatabaseSnapshot snapshot) => snapshot.Schemas.Single(schema => schema.Name == "app");
}
