using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>What is said when something went wrong that nobody thought of.</summary>
internal static class Defect
{
    /// <summary>Names the kind of the exception and where it came from. Not its text: there may be a secret in it.</summary>
    public static Diagnostic Describe(Exception defect)
    {
        var method = defect.TargetSite is { } site ? $"{site.DeclaringType?.FullName}.{site.Name}" : "an unknown place";
        return Rules.UnexpectedFailure.At(
            $"Something unexpected went wrong in SchemaSnapshot: {defect.GetType().FullName} in {method}. Please report it with these words; SchemaSnapshotMode=Offline builds without the source meanwhile.");
    }
}
