using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(SchemaSnapshot.Tests.LongestFirst))]

namespace SchemaSnapshot.Tests;

/// <summary>Begins with the classes that take longest: begun last, they would run alone on a machine that has nothing else left to do.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = [".NativeTests", ".MigrationTests", ".LinkTests", ".RoundTripTests", ".ModelBuildTests", ".GuideTests", ".DriftRuleTests"];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => Place(collection.TestCollectionDisplayName)).ThenBy(collection => collection.UniqueID, StringComparer.Ordinal)];

    private static int Place(string collection)
    {
        var place = Array.FindIndex(Longest, name => collection.Contains(name, StringComparison.Ordinal));
        return place < 0 ? Longest.Length : place;
    }
}
