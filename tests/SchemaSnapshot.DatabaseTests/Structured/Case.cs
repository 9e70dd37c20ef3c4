using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Structured;

/// <summary>What a piece of DDL must be read as. Records are compared whole: what a case does not name must not be there.</summary>
/// <typeparam name="T">The part of the model.</typeparam>
/// <param name="Ddl">The statements.</param>
/// <param name="Expected">The part that they make.</param>
internal sealed record Case<T>(string Ddl, T Expected)
{
    /// <summary>The first major version that takes it.</summary>
    public int Since { get; init; } = PostgresServers.Oldest;

    /// <summary>The last major version of which it holds.</summary>
    public int Until { get; init; } = PostgresServers.Newest;

    public bool IsOf(int major) => Since <= major && major <= Until;
}
