using System.Net.Http.Headers;

namespace SchemaSnapshot.Tasks.Publishing;

/// <summary>The requests to SqlDBM's API.</summary>
internal sealed class SqlDbmClient : IDisposable
{
    private readonly PushOptions options;
    private readonly SqlDbmFailures failures;
    private readonly HttpClient http;

    public SqlDbmClient(PushOptions options, string token, string tokenVariable)
    {
        this.options = options;
        failures = new(options, token, tokenVariable);
        // The token is for this server, and not for one that it points to.
        http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = options.BaseAddress, Timeout = options.Timeout };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        http.DefaultRequestHeaders.Accept.Add(new("application/json"));
        http.DefaultRequestHeaders.UserAgent.Add(new("SchemaSnapshot", null));
    }

    /// <summary>The project of the name asked for; null where there is none.</summary>
    public async Task<SqlDbmProject?> FindAsync(CancellationToken ct)
    {
        using var response = await SendAsync(token => GetAsync(token), ct).ConfigureAwait(false);
        var answer = await response.Content.ReadAsStringAsync(ct).ConfigureAwait(false);
        var projects = SqlDbmProject.ReadList(answer) ?? throw failures.NotUnderstood();
        var found = projects.Where(project => string.Equals(project.Name, options.Project, StringComparison.Ordinal)).ToList();
        return found.Count > 1 ? throw failures.Ambiguous(found.Count) : found.FirstOrDefault();
    }

    /// <summary>Makes a project of the document.</summary>
    public async Task CreateAsync(PushDocument document, CancellationToken ct)
    {
        var isFirst = true;
        using var response = await SendAsync(
            async token =>
            {
                // An attempt that failed may have made the project all the same; a second one of its name would be in everybody's way.
                if (!isFirst && await FindAsync(token).ConfigureAwait(false) is not null)
                {
                    return new HttpResponseMessage(System.Net.HttpStatusCode.Accepted);
                }

                isFirst = false;
                return await PostAsync("projects", document, token).ConfigureAwait(false);
            },
            ct).ConfigureAwait(false);
    }

    /// <summary>Adds the document to a project as its last revision.</summary>
    public async Task AddRevisionAsync(string projectId, PushDocument document, CancellationToken ct)
    {
        using var response = await SendAsync(
            token => PostAsync($"projects/{Uri.EscapeDataString(projectId)}/revisions/last", document, token), ct).ConfigureAwait(false);
    }

    public void Dispose() => http.Dispose();

    private Task<HttpResponseMessage> GetAsync(CancellationToken ct) => http.GetAsync("projects", ct);

    private async Task<HttpResponseMessage> PostAsync(string path, PushDocument document, CancellationToken ct)
    {
        using var content = new ByteArrayContent(document.Body);
        content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        return await http.PostAsync(path, content, ct).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendAsync(Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken ct)
    {
        HttpResponseMessage response;
        try
        {
            response = await SqlDbmRetries.With(options.RetryDelay)
                .ExecuteAsync(async token => await InTimeAsync(send, token).ConfigureAwait(false), ct).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw failures.TooSlow();
        }
        catch (HttpRequestException failure)
        {
            throw failures.Unreachable(failure);
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw failures.Refused(response.StatusCode, await response.Content.ReadAsStringAsync(ct).ConfigureAwait(false));
        }
    }

    // HttpClient tells its time-out as a cancellation.
    private static async Task<HttpResponseMessage> InTimeAsync(Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken ct)
    {
        try
        {
            return await send(ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException slow) when (slow.InnerException is TimeoutException && !ct.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }
}
