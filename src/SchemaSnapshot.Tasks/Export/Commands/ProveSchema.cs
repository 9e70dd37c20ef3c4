using System.Globalization;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;
using SchemaSnapshot.Tasks.Rendering.Ddl;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Tasks.Export.Commands;

/// <summary>Runs <c>schema.sql</c> in an empty database and compares what that makes with the baseline.</summary>
internal sealed class ProveSchema : IExportCommand
{
    /// <summary>A role that no snapshot names: privileges of an owner are not in a snapshot, those of others are.</summary>
    private const string Owner = "\"owner of the proof\"";

    /// <summary>How many changes a message names.</summary>
    private const int NamedChanges = 5;

    /// <inheritdoc/>
    public async Task RunAsync(ExportRun run, CancellationToken ct)
    {
        var baseline = run.RequireBaseline();
        var file = run.Folder.Sql;
        if (!File.Exists(file))
        {
            throw new SnapshotException(Rules.NotProved.At($"{file} does not exist. Write it with 'dotnet build -t:SchemaSnapshotExport'.", file));
        }

        var rebuilt = await RebuildAsync(run.Options, file, baseline.Snapshot, ct).ConfigureAwait(false);
        var changes = SnapshotComparer.Compare(baseline.Snapshot, rebuilt);
        if (changes.Count > 0 || Fingerprint.Of(rebuilt) != baseline.Fingerprint)
        {
            throw new SnapshotException(Rules.NotProved.At($"{file} does not rebuild the schema of {run.Folder.Map}: {Describe(changes)}.", file));
        }

        run.Result.IsNews = true;
        run.Result.Summary = $"{file} rebuilds the schema: no change, same fingerprint.";
    }

    private static async Task<DatabaseSnapshot> RebuildAsync(ExportOptions options, string file, DatabaseSnapshot baseline, CancellationToken ct)
    {
        var postgres = options.Postgres with { MajorVersion = options.PostgresVersion ?? MajorOf(baseline.ServerVersion) };
        var request = new ScriptRequest
        {
            Files = [new(file, ScriptTool.Plain)],
            BaseDirectory = options.BaseDirectory,
            DatabaseName = options.DatabaseName,
            Postgres = postgres,
            Preparation = [.. Preparation(SqlText.Name(options.DatabaseName), TablespaceNames.Of(baseline))],
        };
        try
        {
            var reading = await ScriptSource.ReadAsync(request, new CatalogOptions { Privileges = options.Privileges }, ct).ConfigureAwait(false);
            return options.Policy.Scope.Apply(reading.Snapshot);
        }
        catch (SnapshotException failure) when (failure.Diagnostic.Rule == Rules.ScriptFailed)
        {
            throw new SnapshotException(failure.Diagnostic with { Rule = Rules.NotProved, Message = $"A statement fails in an empty database: {failure.Diagnostic.Message}" }, failure);
        }
    }

    /// <summary>What belongs to the server and not to the database: an owner, and the tablespaces.</summary>
    private static IEnumerable<string> Preparation(string database, IReadOnlyList<string> tablespaces) =>
    [
        $"CREATE ROLE {Owner} SUPERUSER",
        $"ALTER DATABASE {database} OWNER TO {Owner}",
        .. tablespaces.Take(1).Select(_ => "SET allow_in_place_tablespaces = on"),
        .. tablespaces.Select(tablespace => $"CREATE TABLESPACE {SqlText.Name(tablespace)} LOCATION ''"),
        $"SET SESSION AUTHORIZATION {Owner}",
    ];

    private static int? MajorOf(string? version) =>
        version is not null && int.TryParse(version.Split('.')[0], CultureInfo.InvariantCulture, out var major) ? major : null;

    private static string Describe(ValueList<Change> changes)
    {
        var names = string.Join(", ", changes.Take(NamedChanges).Select(change => $"{change.Description}{(change.Member is null ? $" {change.Type.ToString().ToLowerInvariant()}" : $": {change.Member}")}"));
        return changes.Count switch
        {
            0 => "another fingerprint",
            1 => $"1 change ({names})",
            > NamedChanges => $"{changes.Count} changes ({names}…)",
            _ => $"{changes.Count} changes ({names})",
        };
    }
}
