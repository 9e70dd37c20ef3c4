using SchemaSnapshot.Comparison;
using SchemaSnapshot.DatabaseTests.Ddl;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.DatabaseTests.Drift;

/// <summary>What real changes of a real database are found to mean.</summary>
public sealed class DriftTests(DriftDatabase database) : IClassFixture<DriftDatabase>
{
    public static TheoryData<string> Cases => new(DriftCases.All.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_changes_fall_under_the_rules_expected_and_both_sides_are_rebuilt_by_their_schema_sql(string name)
    {
        var item = DriftCases.All[name];
        Assert.SkipWhen(database.Major < item.Since, $"PostgreSQL {database.Major} is too old for it.");
        var (before, after) = await database.PlayAsync(item);
        var verdicts = Verdicts.Of(before, after, item.Renames);

        Assert.Equal(
            item.Expected.Order(StringComparer.Ordinal),
            verdicts.Select(verdict => $"{verdict.Rule.Code} {verdict.Change.Description}").Order(StringComparer.Ordinal));
        Assert.All(verdicts, verdict => Assert.DoesNotContain('\n', verdict.Message));
        Assert.Empty(Verdicts.Of(after, after));
        foreach (var expected in new[] { before, after })
        {
            RoundTrip.AssertSame(expected, await database.RebuildAsync(item, expected));
        }
    }

    [Fact]
    public void Every_rule_has_a_case_where_it_fires_and_one_where_it_nearly_does()
    {
        var codes = ChangeRules.All.Select(rule => rule.Code).ToList();
        var fired = DriftCases.All.Values.SelectMany(item => item.Expected).Select(expected => expected.Split(' ')[0]);
        var missed = DriftCases.All.Values.SelectMany(item => item.NearMisses);

        Assert.Empty(codes.Except(fired));
        Assert.Empty(codes.Except(missed));
        Assert.All(DriftCases.All, item => Assert.DoesNotContain(item.Value.Expected, expected => item.Value.NearMisses.Contains(expected.Split(' ')[0])));
    }
}
