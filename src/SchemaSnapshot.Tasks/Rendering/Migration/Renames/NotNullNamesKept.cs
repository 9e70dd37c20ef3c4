using SchemaSnapshot.Catalog.Assembly;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Renames;

/// <summary>Not-null constraints of PostgreSQL 18 keep the names they got from a table or column that has another name now.</summary>
internal static class NotNullNamesKept
{
    /// <summary>The snapshot with the names that are no longer the default ones.</summary>
    public static DatabaseSnapshot In(DatabaseSnapshot renamed, DatabaseSnapshot before, Change change, string now)
    {
        if (change.Path is not ["schemas", var schema, "tables", var table, ..] || (change.Path.Count > 4 && change.Path[4] != "columns")
            || before.Schemas.First(item => item.Name == schema).Tables.FirstOrDefault(item => item.Name == table) is not { } old)
        {
            return renamed;
        }

        var newTable = change.Path.Count == 4 ? now : table;
        return renamed with
        {
            Schemas = renamed.Schemas.Select(item => item.Name != schema ? item : item with
            {
                Tables = item.Tables.Select(other => other.Name == newTable ? Named(other, old) : other).ToValueList(),
            }).ToValueList(),
        };
    }

    private static Relation Named(Relation renamed, Relation old) => renamed with
    {
        NotNullConstraints = renamed.NotNullConstraints
            .Concat(renamed.Columns.Zip(old.Columns)
                .Where(pair => !pair.First.Nullable && !renamed.NotNullConstraints.Any(constraint => constraint.Columns.Contains(pair.First.Name)))
                .Select(pair => (Column: pair.First.Name, Name: DefaultName.Of(old.Name, pair.Second.Name, "not_null")))
                .Where(item => item.Name != DefaultName.Of(renamed.Name, item.Column, "not_null"))
                .Select(item => new Constraint { Name = item.Name, Columns = [item.Column], Definition = $"NOT NULL {Ddl.SqlText.Name(item.Column)}" }))
            .OrderBy(constraint => constraint.Name, StringComparer.Ordinal).ToValueList(),
    };
}
