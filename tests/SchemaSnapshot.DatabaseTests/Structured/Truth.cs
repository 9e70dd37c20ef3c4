using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Structured;

/// <summary>One kind of fact, told by the catalogs and by the snapshot, one line a fact in any order.</summary>
/// <param name="What">The kind.</param>
/// <param name="Query">What tells it of the catalogs: one column of text; written apart from the queries under test.</param>
/// <param name="Read">What tells it of the snapshot.</param>
internal sealed record Truth(string What, string Query, Func<DatabaseSnapshot, IEnumerable<string>> Read);
