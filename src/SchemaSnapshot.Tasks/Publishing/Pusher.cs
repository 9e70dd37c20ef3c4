using System.Text;

namespace SchemaSnapshot.Tasks.Publishing;

/// <summary>Pushes a document where it is news.</summary>
/// <param name="options">What the project says about it.</param>
internal sealed class Pusher(PushOptions options)
{
    private const int Looks = 5;

    private readonly PushState state = new(options.StateFile);

    /// <summary>Pushes; gives the lines that say what was done.</summary>
    public async Task<IReadOnlyList<string>> PushAsync(PushDocument document, Func<SqlDbmClient> connect, CancellationToken ct)
    {
        if (!options.Force && state.IsPushed(options, document.Fingerprint))
        {
            return [$"SqlDBM has {document.Fingerprint} already: nothing was sent. SchemaSnapshotPushForce=true sends it again."];
        }

        using var client = connect();
        var lines = await SendAsync(client, document, ct).ConfigureAwait(false);
        state.Remember(options, document.Fingerprint);
        return options.StrictMode ? [.. lines, "SchemaSnapshotPushStrictMode is on: a lock that somebody had on the project was overridden."] : lines;
    }

    /// <summary>The requests as they would be sent, but for the token.</summary>
    public IReadOnlyList<string> Describe(PushDocument document, string tokenVariable)
    {
        var header = $"Authorization: Bearer (the value of {tokenVariable})";
        var body = Encoding.UTF8.GetString(document.Body);
        string[] revision = [$"POST {options.BaseAddress}projects/{options.ProjectId ?? "{projectId}"}/revisions/last", header, "Content-Type: application/json; charset=utf-8", body];
        return options.ProjectId is not null
            ? revision
            : [$"GET {options.BaseAddress}projects", header, $"Where it lists {options.Project}, else POST {options.BaseAddress}projects:", .. revision];
    }

    private async Task<IReadOnlyList<string>> SendAsync(SqlDbmClient client, PushDocument document, CancellationToken ct)
    {
        var id = options.ProjectId ?? (await client.FindAsync(ct).ConfigureAwait(false))?.Id;
        if (id is not null)
        {
            await client.AddRevisionAsync(id, document, ct).ConfigureAwait(false);
            return [$"Pushed {document.Fingerprint} to SqlDBM as a revision of {options.Project} ({id})."];
        }

        await client.CreateAsync(document, ct).ConfigureAwait(false);
        id = await WaitForAsync(client, ct).ConfigureAwait(false);
        return [$"Pushed {document.Fingerprint} to SqlDBM as the new project {options.Project} ({(id is null ? "which it does not list yet" : $"SchemaSnapshotPushProjectId={id}")})."];
    }

    // The server takes the order and makes the project in its own time.
    private async Task<string?> WaitForAsync(SqlDbmClient client, CancellationToken ct)
    {
        for (var look = 1; look <= Looks; look++)
        {
            if (await client.FindAsync(ct).ConfigureAwait(false) is { } project)
            {
                return project.Id;
            }

            await Task.Delay(options.RetryDelay * look, ct).ConfigureAwait(false);
        }

        return null;
    }
}
