using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Migration.Alter;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>Whether an object uses columns of a relation, as far as its definition tells: PostgreSQL's record of it is not in a snapshot.</summary>
internal static class ColumnUse
{
    /// <summary>Whether it may use one of the columns in a way that keeps them from being altered.</summary>
    /// <param name="item">What depends on the relation.</param>
    /// <param name="relation">The relation.</param>
    /// <param name="alteration">What is to become of the relation's columns.</param>
    public static bool Uses(MigrationObject item, MigrationObject relation, Alteration alteration) => item.From!.Record switch
    {
        Relation { Kind: RelationKind.View or RelationKind.MaterializedView } or Routine => Mentions(item, relation, alteration.TouchedColumns),
        DefinedObject { Kind.Id: "triggers" or "rules" or "policies" or "publications" or "statistics" } => Mentions(item, relation, alteration.TouchedColumns),
        // Over a column of another type PostgreSQL builds these anew by itself, but checks and predicates may then say something else than they are to say.
        Constraint constraint => item.Fate == Fate.Alter || constraint.DependsOn.Count > 0 || Names(item, alteration.RemadeColumns),
        ForeignKey => item.Fate == Fate.Alter || Names(item, alteration.RemadeColumns),
        Model.Index index => item.Fate == Fate.Alter || index.DependsOn.Count > 0 || Names(item, alteration.RemadeColumns),
        DefinedObject { Kind.IsPrivilege: true } => Names(item, alteration.RemadeColumns),
        _ => false,
    };

    private static bool Names(MigrationObject item, IEnumerable<string> columns) => columns.Any(column => SqlWords.Contains(item.From!.Create[0], column));

    private static bool Mentions(MigrationObject item, MigrationObject relation, IReadOnlyCollection<string> columns)
    {
        var text = item.From!.Create[0];
        return columns.Any(column => SqlWords.Contains(text, column)) || SqlWords.NamesColumnsOf(text, relation.From!.Name);
    }
}
