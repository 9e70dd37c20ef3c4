using System.Data.Common;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot;

/// <summary>One verification, its arguments understood before anything is connected.</summary>
internal sealed class VerificationRun
{
    private readonly DriftPolicy policy;
    private readonly ValueList<AcceptedChange> accepted;
    private readonly DatabaseSnapshot expected;

    public VerificationRun(DatabaseSnapshot snapshot, SchemaVerifierOptions? options)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        options ??= new SchemaVerifierOptions();
        policy = options.ToPolicy();
        accepted = options.Accepted;
        expected = policy.Apply(snapshot);
    }

    /// <summary>Reads and compares.</summary>
    public async Task<SchemaVerification> RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var options = new CatalogOptions { RowCounts = RowCounts.None, Privileges = policy.Privileges };
        var reading = await CatalogReader.ReadAsync(connection, options, cancellationToken).ConfigureAwait(false);
        return Compare(policy.Apply(reading.Snapshot), reading.NotModelled);
    }

    private SchemaVerification Compare(DatabaseSnapshot actual, ValueList<ObjectCount> notModelled)
    {
        var verification = new SchemaVerification
        {
            Database = actual.Database,
            ExpectedFingerprint = Fingerprint.Of(expected),
            ActualFingerprint = Fingerprint.Of(actual),
            Changes = [],
            NotModelled = notModelled,
        };

        // A stable order: within a severity that of the paths remains.
        return verification.IsIdentical
            ? verification
            : verification with { Changes = Judge(actual).OrderByDescending(verdict => verdict.Severity).ToValueList() };
    }

    private IEnumerable<Verdict> Judge(DatabaseSnapshot actual)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        return policy.Judge(expected, actual).Select(verdict => AcceptedChanges.Weigh(accepted.Explain(verdict, today)));
    }
}
