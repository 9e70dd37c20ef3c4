using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Changes a domain in place; over another type it is another domain.</summary>
internal sealed class DomainAlteration(string name, DomainType old, DomainType now, MigrationScene scene) : Alteration
{
    private string Alter => $"ALTER DOMAIN {name}";

    public override bool IsPossible => old.Type == now.Type && old.Collation == now.Collation && !IsOverGone;

    public override IReadOnlyCollection<string> LostComments => [.. Dropped.Select(constraint => $"CONSTRAINT {SqlText.Name(constraint.Name)} ON DOMAIN {name}")];

    public override IEnumerable<MigrationStatement> Release() =>
    [
        .. IsDefaultGone ? [new MigrationStatement($"{Alter} DROP DEFAULT")] : Array.Empty<MigrationStatement>(),
        .. Dropped.Select(constraint => new MigrationStatement($"{Alter} DROP CONSTRAINT {SqlText.Name(constraint.Name)}")),
    ];

    public override IEnumerable<MigrationStatement> Statements() =>
    [
        .. Default(),
        .. NotNull(),
        .. Added.Select(constraint => new MigrationStatement(DomainSql.Add(name, constraint)).Note($"fails where a column of the domain has other values; reads their tables")),
        .. Validated.Select(constraint => new MigrationStatement($"{Alter} VALIDATE CONSTRAINT {SqlText.Name(constraint.Name)}")),
    ];

    private static IEnumerable<Constraint> Checks(DomainType domain) => domain.Constraints.Where(constraint => !DomainSql.IsNotNull(constraint));

    private IEnumerable<Constraint> Dropped => Checks(old).Where(constraint => Goes(constraint) || !Checks(now).Any(other => IsSame(constraint, other)));

    private IEnumerable<Constraint> Added => Checks(now).Where(constraint => !Checks(old).Except(Dropped).Any(other => IsSame(other, constraint)));

    private IEnumerable<Constraint> Validated => Checks(old).Except(Dropped).Where(constraint => constraint.NotValid && Checks(now).Any(other => other.Name == constraint.Name && !other.NotValid));

    private bool IsOverGone => old.DependsOn.Any(need => ObjectPaths.IsType(need.Kind) && old.Type.Contains(need.Name, StringComparison.Ordinal) && scene.Find(need) is { Goes: true });

    private bool IsDefaultGone => old.Default is not null && old.DependsOn.Any(need => scene.Find(need) is { Fate: Fate.Replace });

    private bool Goes(Constraint constraint) => constraint.DependsOn.Any(need => scene.Find(need) is { Fate: Fate.Replace });

    private static bool IsSame(Constraint one, Constraint other) =>
        one with { Comment = null, NotValid = other.NotValid, Definition = Valid(one) } == other with { Comment = null, Definition = Valid(other) } && (one.NotValid || !other.NotValid);

    private static string Valid(Constraint constraint) => constraint.Definition.Replace(" NOT VALID", "", StringComparison.Ordinal);

    private IEnumerable<MigrationStatement> Default()
    {
        if (now.Default is not null && (IsDefaultGone || old.Default != now.Default))
        {
            yield return new MigrationStatement($"{Alter} SET DEFAULT {now.Default}");
        }
        else if (old.Default is not null && now.Default is null && !IsDefaultGone)
        {
            yield return new MigrationStatement($"{Alter} DROP DEFAULT");
        }
    }

    private IEnumerable<MigrationStatement> NotNull()
    {
        if (old.Nullable != now.Nullable)
        {
            var statement = new MigrationStatement($"{Alter} {(now.Nullable ? "DROP" : "SET")} NOT NULL");
            yield return now.Nullable ? statement : statement.Note("fails where a column of the domain has rows without a value; reads their tables");
        }
    }
}
