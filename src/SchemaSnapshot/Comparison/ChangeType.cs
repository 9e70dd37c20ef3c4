namespace SchemaSnapshot.Comparison;

/// <summary>What happened to an object.</summary>
public enum ChangeType
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>One of its members has another value.</summary>
    Changed,

    /// <summary>It has another name, as declared.</summary>
    Renamed,
}
