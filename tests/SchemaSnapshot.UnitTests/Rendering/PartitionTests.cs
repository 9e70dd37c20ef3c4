using SchemaSnapshot.Model;
using static SchemaSnapshot.UnitTests.Rendering.Make;

namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>Partitions have no section of their own; what only they have shows at their table.</summary>
public class PartitionTests
{
    private static readonly DatabaseSnapshot Snapshot = new()
    {
        Database = "d",
        Schemas =
        [
            new Schema
            {
                Name = "s",
                Tables =
                [
                    new Relation { Name = "log", Kind = RelationKind.PartitionedTable, PartitionKey = "LIST (kind)", Columns = [Column("kind", "text"), Column("user_id", "bigint")] },
                    Partition("log_a", "log", "a"),
                    Partition("log_b", "log", "b") with { Kind = RelationKind.PartitionedTable, PartitionKey = "HASH (user_id)", ForeignKeys = [], RowCount = null },
                    Partition("log_b_0", "log_b", "b0"),
                    new Relation { Name = "users", Columns = [Id()], PrimaryKey = PrimaryKey("users", "id") },
                ],
            },
        ],
    };

    [Fact]
    public void Partitions_stand_below_their_table_and_theirs_below_them()
    {
        var text = Documents.Reference(Snapshot);

        Assert.DoesNotContain("### <a id=\"relation.s.log_a\">", text, StringComparison.Ordinal);
        Assert.Contains("Partitioned table · partitioned by `LIST (kind)` · 20 rows\n", text, StringComparison.Ordinal);
        Assert.Contains(
            """
            | Partition | Of | Bound | Partitioned by | Own indexes | Rows |
            | --- | --- | --- | --- | --- | ---: |
            | <a id="relation.s.log_a"></a>`log_a` |  | `FOR VALUES IN ('a')` |  | `log_a_own` | 10 |
            | <a id="relation.s.log_b"></a>`log_b` |  | `FOR VALUES IN ('b')` | `HASH (user_id)` | `log_b_own` | 10 |
            | <a id="relation.s.log_b_0"></a>`log_b_0` | `log_b` | `FOR VALUES IN ('b0')` |  | `log_b_0_own` | 10 |

            """.ReplaceLineEndings("\n"),
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Foreign_keys_that_several_partitions_have_alike_are_one_row()
    {
        var text = Documents.Reference(Snapshot);

        Assert.Contains("| 2 partitions | `log_a_fkey` and 1 more | `user_id` | [`s.users`](#relation.s.users) (`id`) | no action |\n", text, StringComparison.Ordinal);
        Assert.Contains("| [`s.log`](#relation.s.log) | 2 partitions | `user_id` | `id` | no action | `log_a_fkey` and 1 more |\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Foreign_keys_of_partitions_are_drawn_once_at_their_table()
    {
        var text = Documents.Diagram(Snapshot);

        Assert.Contains("        bigint user_id FK\n", text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n'), line => line == "    s_users ||--o{ s_log : \"user_id\"");
        Assert.DoesNotContain("log_a", text, StringComparison.Ordinal);
    }

    private static Relation Partition(string name, string parent, string value) => new()
    {
        Name = name,
        PartitionOf = Table("s", parent),
        PartitionBound = $"FOR VALUES IN ('{value}')",
        Columns = [Column("kind", "text"), Column("user_id", "bigint")],
        ForeignKeys = [ForeignKey($"{name}_fkey", ["user_id"], "s", "users", ["id"])],
        Indexes = [Index($"{name}_own", name, "user_id")],
        RowCount = 10,
    };
}
