namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>How an object is changed in place.</summary>
/// <remarks>It is asked again whenever the fate of another object has changed.</remarks>
internal abstract class Alteration
{
    /// <summary>Whether PostgreSQL can do it.</summary>
    public virtual bool IsPossible => true;

    /// <summary>The columns that nothing else may use in the meantime, as they are dropped or get another type.</summary>
    public virtual IReadOnlyCollection<string> TouchedColumns => [];

    /// <summary>Those among them that are dropped and added again: what is made over them goes with them.</summary>
    public virtual IReadOnlyCollection<string> RemadeColumns => [];

    /// <summary>What loses its comment by the change, as SQL names it: <c>COLUMN sales.orders.note</c>.</summary>
    public virtual IReadOnlyCollection<string> LostComments => [];

    /// <summary>Whether a comment belongs to an object of its own, though it stands with this one's.</summary>
    public virtual bool IsOthersComment(string target) => false;

    /// <summary>What lets go of objects that are dropped before the change itself.</summary>
    public virtual IEnumerable<MigrationStatement> Release() => [];

    /// <summary>The change itself.</summary>
    public abstract IEnumerable<MigrationStatement> Statements();
}
