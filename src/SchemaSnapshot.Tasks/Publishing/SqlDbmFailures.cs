using System.Net;
using System.Text.Json;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Rendering;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Tasks.Publishing;

/// <summary>What is said where SqlDBM does not do what it is asked. What it answers is foreign text, and might repeat the token.</summary>
/// <param name="options">What was asked.</param>
/// <param name="token">The token, to keep it out of every message.</param>
/// <param name="tokenVariable">The variable that has it.</param>
internal sealed class SqlDbmFailures(PushOptions options, string token, string tokenVariable)
{
    private const int LongestAnswer = 300;

    /// <summary>An answer that is no success.</summary>
    public SnapshotException Refused(HttpStatusCode status, string answer) => status switch
    {
        HttpStatusCode.Unauthorized => Failure(
            Rules.PushTokenRefused, $"SqlDBM does not know the token in {tokenVariable} (401). Tokens expire: make a new one in SqlDBM's account settings.", answer),
        HttpStatusCode.Forbidden => Failure(
            Rules.PushTokenRefused, $"The token in {tokenVariable} may not do this (403). Pushing needs API access for the account, and the role of a modeler or admin.", answer),
        HttpStatusCode.NotFound => Failure(
            Rules.PushTargetMissing, $"SqlDBM has no project {options.ProjectId ?? options.Project} at {options.BaseAddress} (404). Check SchemaSnapshotPushProjectId and SchemaSnapshotPushBaseAddress.", answer),
        HttpStatusCode.Conflict => Failure(
            Rules.PushConflict, "Somebody has the project locked (409). Push again when it is free; SchemaSnapshotPushStrictMode=true overrides the lock, and with it what they are doing.", answer),
        HttpStatusCode.TooManyRequests => Failure(
            Rules.PushUnavailable, "SqlDBM took no more requests (429), after several attempts. Push again later.", answer),
        >= HttpStatusCode.InternalServerError => Failure(
            Rules.PushUnavailable, $"SqlDBM failed ({(int)status}), after several attempts. Push again later.", answer),
        _ => Failure(Rules.PushRejected, $"SqlDBM does not take the document ({(int)status}). See what it says, and leave out what it cannot read with SchemaSnapshotPushExcludeTables.", answer),
    };

    /// <summary>No answer.</summary>
    public SnapshotException Unreachable(HttpRequestException failure) =>
        Failure(Rules.PushUnavailable, $"{options.BaseAddress} cannot be reached ({failure.HttpRequestError}). Check SchemaSnapshotPushBaseAddress, the network and its proxy (HTTPS_PROXY).", "");

    /// <summary>An answer that took too long.</summary>
    public SnapshotException TooSlow() =>
        Failure(Rules.PushUnavailable, $"{options.BaseAddress} gave no answer within {options.Timeout.TotalSeconds:0} seconds. Push again later, or set SchemaSnapshotPushTimeout.", "");

    /// <summary>An answer that means nothing.</summary>
    public SnapshotException NotUnderstood() =>
        Failure(Rules.PushNotUnderstood, $"{options.BaseAddress}projects does not give a list of projects with id and name. Check SchemaSnapshotPushBaseAddress, or set SchemaSnapshotPushProjectId.", "");

    /// <summary>A name that says not which project.</summary>
    public SnapshotException Ambiguous(int count) =>
        Failure(Rules.PushTargetMissing, $"SqlDBM has {count} projects named {options.Project}. Set SchemaSnapshotPushProjectId to the id of one.", "");

    private SnapshotException Failure(DiagnosticRule rule, string message, string answer)
    {
        var said = InertText.Of(OneLine.Of(Message(answer)));
        said = said.Length > LongestAnswer ? $"{said[..LongestAnswer]}…" : said;
        // The parts are redacted before they are cut: half a token is one, too.
        return new(rule.At(InertText.Of(message) + (said.Length > 0 ? $" It says: {said}" : "")));
    }

    // Where the answer is JSON, the sentence in it; a page of HTML says nothing.
    private string Message(string answer)
    {
        var safe = answer.Replace(token, "***", StringComparison.Ordinal);
        try
        {
            using var json = JsonDocument.Parse(safe);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("message", out var text) && text.ValueKind == JsonValueKind.String
                ? text.GetString()!.Replace(token, "***", StringComparison.Ordinal)
                : safe;
        }
        catch (JsonException)
        {
            return safe.TrimStart().StartsWith('<') ? "" : safe;
        }
    }
}
