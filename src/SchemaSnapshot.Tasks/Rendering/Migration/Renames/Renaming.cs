using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Renames;

/// <summary>The declared renames: the statements, and the schema once they are done.</summary>
/// <param name="Renamed">The schema before, with the new names.</param>
/// <param name="Statements">The statements that rename.</param>
internal sealed record Renaming(DatabaseSnapshot Renamed, ValueList<MigrationStatement> Statements)
{
    /// <summary>The qualified names before and after, as they were declared.</summary>
    private ValueList<(List<string> From, List<string> To)> Names { get; init; } = [];

    /// <summary>The qualified name that something has as long as nothing is renamed.</summary>
    public IReadOnlyList<string> OldName(IReadOnlyList<string> name) =>
        name.Count == 0 ? name
        : Names.FirstOrDefault(rename => rename.To.SequenceEqual(name)).From ?? [.. OldName([.. name.SkipLast(1)]), name[^1]];

    /// <summary>Renames what is declared and fits both schemas; and constraints and indexes that differ in nothing but their names.</summary>
    public static Renaming Of(DatabaseSnapshot from, DatabaseSnapshot to, IEnumerable<DeclaredRename> renames)
    {
        var renaming = new Renaming(from, []);
        var declared = renames.Select(rename => (From: Identifier.Split(rename.From), To: Identifier.Split(rename.To)));

        // What is deepest first: its owner still has its old name.
        foreach (var (old, now) in declared.OrderByDescending(rename => rename.From.Count))
        {
            renaming = renaming.With(old, now, to);
        }

        return PartNames.Unchanged(renaming.Renamed, to).Aggregate(renaming, (current, rename) => current.With(rename.From, rename.To, to));
    }

    private static MigrationStatement Locking(MigrationStatement statement, Change change) =>
        change.Path is ["schemas", var schema, "tables", var table, ..] ? statement.Locks(SqlText.Name(schema, table)) : statement;

    private Renaming With(List<string> old, List<string> now, DatabaseSnapshot to)
    {
        if (old.Count != now.Count)
        {
            return this;
        }

        if (RenamedLabel.Of(Renamed, to, old, now) is { } label)
        {
            return label with { Statements = [.. Statements, .. label.Statements], Names = [.. Names, (old, now)] };
        }

        var found = new PartRenamer<DatabaseSnapshot>(ObjectPath.Database, new(Renamed, null), new(to, null), old, now).Rename(SnapshotShapes.Database);
        if (found is not var (snapshot, change) || RenameStatement.Of(change, now[^1]) is not { } statement)
        {
            return this;
        }

        var renamed = new RenamedNames(change.Path, change.Kind, old[^1], now[^1]).Apply(snapshot);
        return new Renaming(NotNullNamesKept.In(renamed, Renamed, change, now[^1]), [.. Statements, Locking(new MigrationStatement(statement), change)])
        {
            Names = [.. Names, (old, now)],
        };
    }
}
