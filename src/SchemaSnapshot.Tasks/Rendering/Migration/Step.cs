namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>Statements that stand together, and the steps that have to be done before.</summary>
/// <param name="phase">What kind of step it is.</param>
/// <param name="rank">Its place among the steps of its phase where nothing else decides.</param>
internal sealed class Step(StepPhase phase, int rank)
{
    private readonly HashSet<Step> before = [];

    public StepPhase Phase => phase;

    public int Rank => rank;

    public IReadOnlyCollection<Step> Before => before;

    /// <summary>The statements, made once the fate of all objects is known.</summary>
    public List<MigrationStatement> Statements { get; } = [];

    /// <summary>Says that another step has to be done before.</summary>
    public void After(Step? other)
    {
        if (other is not null && other != this)
        {
            before.Add(other);
        }
    }
}
