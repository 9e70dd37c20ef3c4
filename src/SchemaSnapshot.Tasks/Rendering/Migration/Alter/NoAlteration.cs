namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Nothing to do but for comments, or nothing that could be done.</summary>
internal sealed class NoAlteration(bool isPossible = true) : Alteration
{
    public override bool IsPossible => isPossible;

    public override IEnumerable<MigrationStatement> Statements() => [];
}
