using System.Diagnostics;
using System.Reflection;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>What is said when something went wrong that nobody thought of.</summary>
internal static class Defect
{
    /// <summary>Names the kind of the exception and where it came from. Not its text: there may be a secret in it.</summary>
    public static Diagnostic Describe(Exception defect)
    {
        // Our own method says more than the helper of the framework that threw.
        var methods = new StackTrace(defect).GetFrames().Select(frame => frame.GetMethod()).OfType<MethodBase>().ToList();
        var site = methods.Find(method => method.Module.Name.StartsWith("SchemaSnapshot", StringComparison.Ordinal)) ?? methods.FirstOrDefault();
        var method = site is null ? "an unknown place" : $"{site.DeclaringType?.FullName}.{site.Name}";
        return Rules.UnexpectedFailure.At(
            $"Something unexpected went wrong in SchemaSnapshot: {defect.GetType().FullName} in {method}. Please report it with these words; SchemaSnapshotMode=Offline builds without the source meanwhile.");
    }
}
