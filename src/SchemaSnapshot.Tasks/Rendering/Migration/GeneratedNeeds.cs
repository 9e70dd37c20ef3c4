using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>
/// The functions that generated columns need. Before PostgreSQL 15 a column goes with them without a word, and they are not among
/// the dependencies that a snapshot has.
/// </summary>
internal static class GeneratedNeeds
{
    /// <summary>The snapshot with these dependencies.</summary>
    public static DatabaseSnapshot In(DatabaseSnapshot snapshot)
    {
        var functions = snapshot.Schemas.SelectMany(schema => schema.Functions, (schema, function) =>
            (Call: $"{SqlText.Name(schema.Name, function.Name)}(", Reference: new ObjectReference("function", schema.Name, function.Signature))).ToList();
        return snapshot with
        {
            Schemas = snapshot.Schemas.Select(schema => schema with
            {
                Tables = schema.Tables.Select(table => table with { Columns = table.Columns.Select(With).ToValueList() }).ToValueList(),
            }).ToValueList(),
        };

        Column With(Column column) => column.Generated is not { } expression ? column : column with
        {
            DependsOn = column.DependsOn
                .Concat(functions.Where(function => expression.Contains(function.Call, StringComparison.Ordinal)).Select(function => function.Reference))
                .Distinct().ToValueList(),
        };
    }
}
