using Polly;
using Polly.Retry;

namespace SchemaSnapshot.Tasks.Publishing;

/// <summary>Asks again where the server is busy, fails or cannot be reached: after the time that it names, else after ever longer ones.</summary>
internal static class SqlDbmRetries
{
    private const int Attempts = 5;

    // A server that wants to be left alone for longer is not waited for in a build.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>The retries of one request.</summary>
    public static ResiliencePipeline<HttpResponseMessage> With(TimeSpan firstWait) => new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = Attempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            Delay = firstWait,
            UseJitter = true,
            ShouldHandle = static attempt => ValueTask.FromResult(MayPass(attempt.Outcome) && !(RetryAfter(attempt.Outcome.Result) > LongestWait)),
            DelayGenerator = static attempt => ValueTask.FromResult(RetryAfter(attempt.Outcome.Result)),
            OnRetry = static attempt =>
            {
                attempt.Outcome.Result?.Dispose();
                return default;
            },
        })
        .Build();

    private static bool MayPass(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or TimeoutException || outcome.Result is { StatusCode: System.Net.HttpStatusCode.TooManyRequests or >= System.Net.HttpStatusCode.InternalServerError };

    private static TimeSpan? RetryAfter(HttpResponseMessage? response)
    {
        var header = response?.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - DateTimeOffset.UtcNow);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
