namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>What a migration does to an object.</summary>
internal enum Fate
{
    /// <summary>Nothing.</summary>
    Keep,

    /// <summary>It is new.</summary>
    Create,

    /// <summary>It goes for good.</summary>
    Drop,

    /// <summary>It is changed in place.</summary>
    Alter,

    /// <summary>It is dropped and made anew.</summary>
    Replace,
}
