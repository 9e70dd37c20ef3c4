namespace SchemaSnapshot.Model;

/// <summary>How a list of parts stands in the schema map.</summary>
internal enum PartsLayout
{
    /// <summary>An array; each part on a line of its own.</summary>
    Lines,

    /// <summary>An array within its owner's line.</summary>
    Inline,

    /// <summary>An object with the names as keys; each part on a line of its own.</summary>
    NamedLines,

    /// <summary>An object with the names as keys; each part over several lines.</summary>
    NamedBlocks,
}
