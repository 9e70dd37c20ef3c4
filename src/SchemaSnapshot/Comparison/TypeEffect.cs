namespace SchemaSnapshot.Comparison;

/// <summary>What another type does to the values of a column.</summary>
internal enum TypeEffect
{
    /// <summary>The type is the same.</summary>
    Same,

    /// <summary>Every old value fits, and a reader may meet new ones.</summary>
    Widened,

    /// <summary>Values that fitted before do not fit, or lose something.</summary>
    Narrowed,

    /// <summary>The type means something else, or PostgreSQL does not convert the one to the other by itself.</summary>
    Incompatible,
}
