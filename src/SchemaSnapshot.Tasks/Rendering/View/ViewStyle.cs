namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>What the output can show.</summary>
/// <param name="Width">How many characters fit in a line.</param>
/// <param name="Lines">Whether it has characters for drawing lines; ASCII does else.</param>
internal sealed record ViewStyle(int Width, bool Lines);
