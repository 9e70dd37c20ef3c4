using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>An object, and how it is made in two steps should it need itself by way of others.</summary>
/// <param name="Whole">The object made in one step.</param>
internal sealed record DdlDraft(DdlObject Whole)
{
    /// <summary>Takes it apart, given the paths of those that need each other in a circle; null where that cannot be done.</summary>
    public Func<IReadOnlySet<ValueList<string>>, DdlSplit>? Split { get; init; }
}
