namespace SchemaSnapshot.Comparison;

/// <summary>A rename that the user declares: <c>public.old</c> is now <c>public.new</c>.</summary>
/// <param name="From">The qualified name before, names in quotation marks where SQL wants them; a routine with its argument types.</param>
/// <param name="To">The qualified name after.</param>
public sealed record DeclaredRename(string From, string To);
