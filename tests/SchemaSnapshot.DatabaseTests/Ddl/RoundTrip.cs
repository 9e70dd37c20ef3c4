using SchemaSnapshot.Comparison;
using SchemaSnapshot.DatabaseTests.Reading;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.DatabaseTests.Sources;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.DatabaseTests.Ddl;

/// <summary>From a database to <c>schema.sql</c> to another database.</summary>
internal static class RoundTrip
{
    /// <summary>The <c>schema.sql</c> of a snapshot.</summary>
    public static string Render(DatabaseSnapshot snapshot)
    {
        using var text = new StringWriter { NewLine = "\n" };
        SchemaSqlRenderer.Render(snapshot, text);
        Assert.DoesNotContain('\r', text.ToString()); // git may change line endings
        return text.ToString();
    }

    /// <summary>Makes a second database from a database's <c>schema.sql</c>, and asserts that its schema is the same.</summary>
    public static async Task<TestDatabase> RebuildAsync(TestDatabase database)
    {
        var expected = await SnapshotAssert.ReadLastingAsync(database);
        var rebuilt = await database.Server.CreateDatabaseAsync();
        await RunAsync(rebuilt, Render(expected));
        AssertSame(expected, await SnapshotAssert.ReadLastingAsync(rebuilt));
        return rebuilt;
    }

    /// <summary>Asserts that both schemas are the same.</summary>
    public static void AssertSame(DatabaseSnapshot expected, DatabaseSnapshot actual)
    {
        Assert.Equal([], SnapshotComparer.Compare(expected, actual).Select(change => change.ToString()));
        Assert.Equal(Fingerprint.Of(expected), Fingerprint.Of(actual));
    }

    /// <summary>Runs a script; a failure names its line.</summary>
    public static async Task RunAsync(TestDatabase database, string script)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "schema.sql");
        await File.WriteAllTextAsync(file, script, TestContext.Current.CancellationToken);
        await database.ExecuteFileAsync(file);
    }
}
