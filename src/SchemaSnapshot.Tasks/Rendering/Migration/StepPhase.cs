namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>The kinds of steps; where the order of two is free, the earlier kind goes first.</summary>
internal enum StepPhase
{
    /// <summary>Something that stays lets go of something that is dropped.</summary>
    Release,

    /// <summary>An object is dropped.</summary>
    Drop,

    /// <summary>An object gets out of the way under another name.</summary>
    Aside,

    /// <summary>An object is made or changed.</summary>
    Build,

    /// <summary>A partitioned table takes the rows of the old one.</summary>
    Fill,

    /// <summary>What was put aside is dropped.</summary>
    Discard,
}
