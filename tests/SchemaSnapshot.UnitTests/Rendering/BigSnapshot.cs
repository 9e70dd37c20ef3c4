using SchemaSnapshot.Model;
using static SchemaSnapshot.UnitTests.Rendering.Make;

namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>A schema of 300 tables around a few hubs, and one table with more foreign keys than a diagram may have edges.</summary>
internal static class BigSnapshot
{
    public const int TableCount = 300;

    public const int WideKeys = 700;

    public static DatabaseSnapshot Database { get; } = new()
    {
        Database = "big",
        Schemas =
        [
            new Schema { Name = "app", Tables = [.. Enumerable.Range(0, TableCount).Select(Table)] },
            new Schema { Name = "wide", Tables = [Wide()] },
        ],
    };

    private static Relation Table(int number)
    {
        // Every table hangs on one of four hubs, and every third one on its neighbour too.
        var hub = $"table_{number % 4:000}";
        var name = $"table_{number:000}";
        var foreign = new List<ForeignKey> { ForeignKey($"{name}_hub_fkey", ["hub_id"], "app", hub, ["id"]) };
        if (number % 3 == 1)
        {
            foreign.Add(ForeignKey($"{name}_previous_fkey", ["previous_id"], "app", $"table_{number - 1:000}", ["id"]));
        }

        return new Relation
        {
            Name = name,
            Columns = [Id(), Column("hub_id", "bigint"), Column("previous_id", "bigint", nullable: true)],
            PrimaryKey = PrimaryKey(name, "id"),
            ForeignKeys = [.. foreign],
        };
    }

    private static Relation Wide() => new()
    {
        Name = "wide",
        Columns = [.. Enumerable.Range(0, WideKeys).Select(i => Column($"c{i}", "bigint"))],
        ForeignKeys = [.. Enumerable.Range(0, WideKeys).Select(i => ForeignKey($"k{i}", [$"c{i}"], "app", $"table_{i % TableCount:000}", ["id"]))],
    };
}
