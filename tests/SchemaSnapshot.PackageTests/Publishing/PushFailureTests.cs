using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Publishing;

namespace SchemaSnapshot.PackageTests.Publishing;

/// <summary>What a push makes of a server that does not do as asked.</summary>
public sealed class PushFailureTests
{
    [Theory]
    [InlineData(400, "SNAP5022")]
    [InlineData(401, "SNAP5019")]
    [InlineData(403, "SNAP5019")]
    [InlineData(404, "SNAP5020")]
    [InlineData(409, "SNAP5021")]
    [InlineData(422, "SNAP5022")]
    public async Task A_refusal_is_an_error_at_once_and_the_answer_cannot_give_the_token_away(int status, string code)
    {
        await using var push = await PushCase.StartAsync((7, "shop"));
        push.Server.Disturbances.Enqueue(null);
        push.Server.AnswerNext(1, status, $$"""{"message": "Line 12\n##[error] is wrong, {{SqlDbmServer.Token}} \u0073q1-t0ken-that-nobody-may-see"}""");

        var failure = await push.FailAsync();

        Assert.Equal(code, failure.Rule.Code);
        Assert.Contains($"({status})", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("It says: Line 12 #[U+0023][error] is wrong, *** ***", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, push.Server.TakeRequests().Count);
    }

    [Fact]
    public async Task A_token_that_the_server_does_not_know_is_told_by_the_name_of_its_variable()
    {
        await using var push = await PushCase.StartAsync();
        push.Token = "wr0ng-token";

        var failure = await push.FailAsync();

        Assert.Equal("SNAP5019", failure.Rule.Code);
        Assert.Contains("SQLDBM_API_TOKEN", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ng", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_stops_the_push_unless_it_is_overridden_which_is_said()
    {
        await using var push = await PushCase.StartAsync((7, "shop"));
        push.Server.IsLocked = true;

        var failure = await push.FailAsync();
        Assert.Equal("SNAP5021", failure.Rule.Code);
        Assert.Contains("Locked by ada@example.com", failure.Message, StringComparison.Ordinal);

        push.Options = push.Options with { StrictMode = true };
        Assert.Contains("a lock that somebody had on the project was overridden", await push.PushAsync(), StringComparison.Ordinal);
        Assert.True(push.Server.Projects[0].Revisions.Single().GetProperty("strictMode").GetBoolean());
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_after_the_time_that_it_names()
    {
        await using var push = await PushCase.StartAsync((7, "shop"));
        push.Server.AnswerNext(1, 429, "", ("Retry-After", "2"));
        var watch = Stopwatch.StartNew();

        await push.PushAsync();

        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(1.9), $"{watch.Elapsed}");
        Assert.Equal(["GET /projects", "GET /projects", "POST /projects/7/revisions/last"], push.Server.TakeRequests().Select(request => request.Line));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_failing_server_is_asked_five_times(int status)
    {
        await using var push = await PushCase.StartAsync((7, "shop"));
        push.Server.AnswerNext(4, status);
        await push.PushAsync();
        Assert.Equal(6, push.Server.TakeRequests().Count);

        push.Options = push.Options with { Force = true };
        File.Delete(push.Options.StateFile);
        push.Server.AnswerNext(9, status, "<html>Bad gateway</html>");
        var failure = await push.FailAsync();
        Assert.Equal("SNAP5023", failure.Rule.Code);
        Assert.DoesNotContain("html", failure.Message, StringComparison.Ordinal);
        Assert.Equal(5, push.Server.TakeRequests().Count);
    }

    [Fact]
    public async Task A_server_that_wants_to_rest_for_an_hour_is_not_waited_for()
    {
        await using var push = await PushCase.StartAsync((7, "shop"));
        push.Server.AnswerNext(1, 429, "", ("Retry-After", "3600"));

        Assert.Equal("SNAP5023", (await push.FailAsync()).Rule.Code);
        Assert.Single(push.Server.TakeRequests());
    }

    [Fact]
    public async Task A_project_that_was_made_though_the_answer_was_an_error_is_not_made_twice()
    {
        await using var push = await PushCase.StartAsync();
        push.Server.Disturbances.Enqueue(null);
        push.Server.Disturbances.Enqueue(context =>
        {
            push.Server.Projects.Add((42, "shop", []));
            context.Response.StatusCode = 502;
            return Task.CompletedTask;
        });

        Assert.Contains("SchemaSnapshotPushProjectId=42", await push.PushAsync(), StringComparison.Ordinal);

        Assert.Single(push.Server.Projects);
        Assert.Single(push.Server.TakeRequests(), request => request.Line == "POST /projects");
    }

    [Fact]
    public async Task Two_projects_of_the_name_are_asked_back()
    {
        await using var push = await PushCase.StartAsync((7, "shop"), (8, "shop"));

        var failure = await push.FailAsync();

        Assert.Equal("SNAP5020", failure.Rule.Code);
        Assert.Contains("SchemaSnapshotPushProjectId", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_answer_is_not_waited_for()
    {
        await using var push = await PushCase.StartAsync();
        push.Options = push.Options with { Timeout = TimeSpan.FromMilliseconds(300) };
        for (var i = 0; i < 5; i++)
        {
            push.Server.Disturbances.Enqueue(context => Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted));
        }

        Assert.Equal("SNAP5023", (await push.FailAsync()).Rule.Code);
    }

    [Fact]
    public async Task A_truncated_answer_is_asked_for_again()
    {
        await using var push = await PushCase.StartAsync((7, "shop"));
        push.Server.Disturbances.Enqueue(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("""{"data": [{"id": 7, """);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        await push.PushAsync();

        Assert.Single(push.Server.Projects[0].Revisions);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"data": [{"id": 7, """)]
    [InlineData("<html>Sign in</html>")]
    [InlineData("""{"data": {"id": 7}}""")]
    [InlineData("""[{"id": 7}]""")]
    [InlineData("""[{"id": {}, "name": "shop"}]""")]
    public async Task A_list_that_is_none_is_an_error(string answer)
    {
        await using var push = await PushCase.StartAsync((7, "shop"));
        push.Server.AnswerNext(1, 200, answer);

        Assert.Equal("SNAP5024", (await push.FailAsync()).Rule.Code);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_token()
    {
        await using var push = await PushCase.StartAsync((7, "shop"));
        await using var other = await SqlDbmServer.StartAsync((7, "shop"));
        push.Server.AnswerNext(1, 302, "", ("Location", $"{other.Address}/projects"));

        Assert.Equal("SNAP5022", (await push.FailAsync()).Rule.Code);
        Assert.Empty(other.TakeRequests());
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_error()
    {
        await using var push = await PushCase.StartAsync();
        push.Options = push.Options with { BaseAddress = new("http://127.0.0.1:1/") };

        var failure = await push.FailAsync();

        Assert.Equal("SNAP5023", failure.Rule.Code);
        Assert.Contains("http://127.0.0.1:1/ cannot be reached (ConnectionError)", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.sqldbm.com", "https://api.sqldbm.com/")]
    [InlineData("https://api.example.com/v2/", "https://api.example.com/v2/")]
    [InlineData("http://localhost:8080", "http://localhost:8080/")]
    [InlineData("http://[::1]:8080/", "http://[::1]:8080/")]
    public void An_address_is_taken_with_or_without_a_slash(string text, string address) =>
        Assert.Equal(address, PushSettings.BaseAddress(text).ToString());

    [Theory]
    [InlineData("http://api.sqldbm.com")]
    [InlineData("http://localhost.example.com")]
    [InlineData("https://user:s3cret@api.sqldbm.com")]
    [InlineData("ftp://api.sqldbm.com")]
    [InlineData("api.sqldbm.com")]
    [InlineData("https://api.sqldbm.com/?key=s3cret")]
    [InlineData("")]
    public void An_address_that_a_token_may_not_be_sent_to_is_an_error(string text)
    {
        var failure = Assert.Throws<SnapshotException>(() => PushSettings.BaseAddress(text)).Diagnostic;

        Assert.Equal("SNAP5018", failure.Rule.Code);
        Assert.DoesNotContain("s3cret", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("s3cret\nX-Other: y")]
    [InlineData("Bearer s3cret")]
    [InlineData("s3crét")]
    public void A_token_that_is_none_is_an_error_that_does_not_repeat_it(string? value)
    {
        var failure = Assert.Throws<SnapshotException>(() => PushSettings.Token(value, "MY_TOKEN")).Diagnostic;

        Assert.Equal("SNAP5018", failure.Rule.Code);
        Assert.Contains("MY_TOKEN", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr", failure.Message, StringComparison.Ordinal);
    }
}
