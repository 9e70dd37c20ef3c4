using System.Globalization;
using System.Text;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot;

/// <summary>What comparing a live database with a snapshot found.</summary>
public sealed record SchemaVerification
{
    /// <summary>The name of the live database.</summary>
    public required string Database { get; init; }

    /// <summary>The fingerprint of the snapshot, as far as it was compared.</summary>
    public required string ExpectedFingerprint { get; init; }

    /// <summary>The fingerprint of the live database, as far as it was compared.</summary>
    public required string ActualFingerprint { get; init; }

    /// <summary>What changed from the snapshot to the database and what that means, the worst first.</summary>
    public required ValueList<Verdict> Changes { get; init; }

    /// <summary>What else lives in the database and was not compared, by kind.</summary>
    public ValueList<ObjectCount> NotModelled { get; init; } = [];

    /// <summary>Whether both have the same schema.</summary>
    public bool IsIdentical => string.Equals(ExpectedFingerprint, ActualFingerprint, StringComparison.Ordinal);

    /// <summary>Whether no change breaks the program.</summary>
    public bool IsCompatible => !Breaking.Any();

    /// <summary>The changes that break the program.</summary>
    public IEnumerable<Verdict> Breaking => Changes.Where(verdict => verdict.Severity == DiagnosticSeverity.Error);

    /// <summary>The changes that may do harm.</summary>
    public IEnumerable<Verdict> Risky => Changes.Where(verdict => verdict.Severity == DiagnosticSeverity.Warning);

    /// <summary>The result in one line.</summary>
    public string Summary
    {
        get
        {
            var database = $"The schema of the database '{ShortText.OneLine(Database)}'";
            return IsIdentical ? $"{database} is that of the snapshot."
                : Changes.Count == 0 ? $"{database} differs from the snapshot in nothing that matters here."
                : $"{database} differs from the snapshot: {DriftWords.Summary(Changes)}.";
        }
    }

    /// <summary>Throws where a change breaks the program, which is how a program refuses to start.</summary>
    /// <returns>This verification.</returns>
    /// <exception cref="SchemaDriftException">A change breaks the program.</exception>
    public SchemaVerification EnsureCompatible() => IsCompatible ? this : throw new SchemaDriftException(this);

    /// <summary>The result for a person to read: the summary, then a line for each change.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Summary);
        foreach (var verdict in Changes)
        {
            text.Append('\n').Append(LineOf(verdict));
        }

        if (NotModelled.Count > 0)
        {
            var kinds = NotModelled.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Kind}: {kind.Count}"));
            text.Append("\n  not compared: ").AppendJoin(", ", kinds);
        }

        return text.ToString();
    }

    internal static string LineOf(Verdict verdict) => $"  {DriftWords.Of(verdict)} {verdict.Rule.Code}: {verdict.Message}";
}
