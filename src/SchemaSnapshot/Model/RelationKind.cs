namespace SchemaSnapshot.Model;

/// <summary>What a relation is (<c>pg_class.relkind</c>).</summary>
public enum RelationKind
{
    /// <summary>A table that holds its own rows.</summary>
    Table,

    /// <summary>A table that is partitioned.</summary>
    PartitionedTable,

    /// <summary>A table whose rows a foreign server holds.</summary>
    ForeignTable,

    /// <summary>A view.</summary>
    View,

    /// <summary>A materialized view.</summary>
    MaterializedView,
}
