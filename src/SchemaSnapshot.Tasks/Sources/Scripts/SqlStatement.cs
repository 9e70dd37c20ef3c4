namespace SchemaSnapshot.Tasks.Sources;

/// <summary>One statement of a script.</summary>
/// <param name="Text">Its text, from its first token, without the semicolon.</param>
/// <param name="Offset">Where in the script it begins.</param>
/// <param name="Data">The lines that follow it, which <c>COPY … FROM STDIN</c> reads; else null.</param>
internal sealed record SqlStatement(string Text, int Offset, SqlData? Data = null);
