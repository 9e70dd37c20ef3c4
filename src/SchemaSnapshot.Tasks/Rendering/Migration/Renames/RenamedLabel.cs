using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Renames;

/// <summary>Renames a label of an enum: <c>public.mood.sad</c> is now <c>public.mood.blue</c>.</summary>
internal static class RenamedLabel
{
    /// <summary>The schema with the new label and the statement; null where it is no label of both.</summary>
    public static Renaming? Of(DatabaseSnapshot from, DatabaseSnapshot to, List<string> old, List<string> now)
    {
        if (old is not [var schema, var type, var label] || now is not [_, var newType, var newLabel]
            || Find(from, schema, type) is not { } found || !found.Labels.Contains(label)
            || Find(to, now[0], newType) is not { } after || !after.Labels.Contains(newLabel) || after.Labels.Contains(label))
        {
            return null;
        }

        var renamed = found with { Labels = found.Labels.Select(other => other == label ? newLabel : other).ToValueList() };
        var (oldConstant, newConstant) = (Constant(label, schema, type), Constant(newLabel, schema, type));
        var snapshot = @from with { Schemas = @from.Schemas.Select(item => item with { Enums = item.Enums.Select(other => ReferenceEquals(other, found) ? renamed : other).ToValueList() }).ToValueList() };
        return new Renaming(
            new TextRewriter(text => text.Replace(oldConstant, newConstant, StringComparison.Ordinal)).Apply(snapshot),
            [new MigrationStatement($"ALTER TYPE {SqlText.Name(schema, type)} RENAME VALUE {SqlText.Literal(label)} TO {SqlText.Literal(newLabel)}")]);
    }

    private static EnumType? Find(DatabaseSnapshot snapshot, string schema, string name) =>
        snapshot.Schemas.FirstOrDefault(item => item.Name == schema)?.Enums.FirstOrDefault(item => item.Name == name);

    private static string Constant(string label, string schema, string type) => $"{SqlText.Literal(label)}::{SqlText.Name(schema, type)}";
}
