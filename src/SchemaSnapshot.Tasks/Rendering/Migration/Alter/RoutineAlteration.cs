using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Replaces a routine whose arguments and result stay what they are.</summary>
internal sealed class RoutineAlteration(Routine old, Routine now) : Alteration
{
    private const string Create = "CREATE ";

    public override bool IsPossible => old.Arguments == now.Arguments && old.Result == now.Result;

    public override IEnumerable<MigrationStatement> Statements() =>
        [new(Ddl.SqlText.Statement(now.Definition.StartsWith("CREATE OR REPLACE", StringComparison.Ordinal) ? now.Definition : $"CREATE OR REPLACE {now.Definition[Create.Length..]}"))];
}
