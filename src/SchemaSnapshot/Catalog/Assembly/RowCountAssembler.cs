using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>Gives each relation its number of rows.</summary>
internal sealed class RowCountAssembler
{
    private readonly RowCounts source;
    private readonly Dictionary<long, long> exact = [];
    private readonly Dictionary<long, CatalogRow> relations;
    private readonly ILookup<long, long> children;

    public RowCountAssembler(AssemblyContext context)
    {
        source = context.Options.RowCounts;
        relations = context.Rows["relations"].ToDictionary(row => row.Number("oid"));
        children = context.Rows["inheritance"].ToLookup(row => row.Number("parent_oid"), row => row.Number("oid"));
        if (source == RowCounts.Exact)
        {
            exact = context.Rows[ExactRowCounts.Query].ToDictionary(row => row.Number("relation_oid"), row => row.Number("row_count"));
        }
    }

    /// <summary>The number of rows; null where there are none to count or nobody knows.</summary>
    public long? Of(CatalogRow relation)
    {
        var oid = relation.Number("oid");
        return source switch
        {
            RowCounts.None => null,
            _ when RelationAssembler.KindOf(relation) == RelationKind.PartitionedTable => SumOfPartitions(oid),
            RowCounts.Exact => exact.TryGetValue(oid, out var count) ? count : null,
            _ => relation.OptionalNumber("row_estimate"),
        };
    }

    /// <summary>A partitioned table holds no rows itself; the sum is known where those of all partitions are.</summary>
    private long? SumOfPartitions(long oid)
    {
        long sum = 0;
        foreach (var child in children[oid])
        {
            if (!relations.TryGetValue(child, out var row) || Of(row) is not { } count)
            {
                return null;
            }

            sum += count;
        }

        return sum;
    }
}
