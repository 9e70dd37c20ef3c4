using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.PackageTests.Export;

/// <summary>Sources that give what a test makes up.</summary>
internal sealed class MadeUpSources(Func<DatabaseSnapshot> read) : ISnapshotSources
{
    public bool HasConnection => true;

    public Task<LiveMark> MarkAsync(CancellationToken ct) => throw new InvalidOperationException("Nothing that is made up has a mark.");

    public Task<FreshSnapshot> ReadAsync(SourceKind source, CancellationToken ct) => Read();

    public Task<FreshSnapshot> ReadAsync(NamedEnvironment environment, CancellationToken ct) => Read();

    private Task<FreshSnapshot> Read() => Task.FromResult(new FreshSnapshot(read(), "the test", []));
}
