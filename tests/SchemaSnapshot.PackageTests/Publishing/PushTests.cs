using System.Text;
using System.Text.Json;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Serialization;
using SchemaSnapshot.Tasks.Publishing;

namespace SchemaSnapshot.PackageTests.Publishing;

/// <summary>What a push sends, and when it sends nothing.</summary>
public sealed class PushTests
{
    [Fact]
    public async Task A_project_that_is_missing_is_made_and_its_id_found_by_asking_again()
    {
        await using var push = await PushCase.StartAsync((1, "other"));
        push.Server.ListsUntilSeen = 1;

        var said = await push.PushAsync();

        var requests = push.Server.TakeRequests();
        Assert.Equal(["GET /projects", "POST /projects", "GET /projects", "GET /projects"], requests.Select(request => request.Line));
        Assert.All(requests, request => Assert.Equal($"Bearer {SqlDbmServer.Token}", request.Authorization));
        Assert.Equal("application/json; charset=utf-8", requests[1].ContentType);
        Assert.Contains("as the new project shop (SchemaSnapshotPushProjectId=101)", said, StringComparison.Ordinal);
        Assert.Equal(PushCase.Ddl(PushCase.Shop), push.Server.Projects[1].Revisions.Single().GetProperty("payload").GetString());
    }

    [Fact]
    public async Task A_revision_has_the_documented_body_and_nothing_else()
    {
        await using var push = await PushCase.StartAsync((7, "shop"));
        push.Options = push.Options with { Diagram = "Main" };

        await push.PushAsync();

        var requests = push.Server.TakeRequests();
        Assert.Equal(["GET /projects", "POST /projects/7/revisions/last"], requests.Select(request => request.Line));
        var fingerprint = Fingerprint.Of(PushCase.Shop);
        Assert.Equal(
            $$"""{"dbType":"PostgreSQL","sourceFormat":"ddl","projectName":"shop","payload":{{JsonSerializer.Serialize(PushCase.Ddl(PushCase.Shop))}},"addToDiagram":"Main","revisionName":"1.2.3 0123456789ab {{fingerprint[..19]}}","strictMode":false}""",
            requests[1].Body);
    }

    [Fact]
    public async Task What_was_pushed_last_is_not_sent_again_unless_forced_or_sent_elsewhere()
    {
        await using var push = await PushCase.StartAsync((7, "shop"), (8, "other"));
        await push.PushAsync();
        push.Server.TakeRequests();

        push.Token = "another one, for nothing is asked";
        Assert.Contains("nothing was sent", await push.PushAsync(), StringComparison.Ordinal);
        Assert.Empty(push.Server.TakeRequests());

        push.Token = SqlDbmServer.Token;
        push.Options = push.Options with { Force = true };
        await push.PushAsync();
        Assert.Equal(2, push.Server.Projects[0].Revisions.Count);

        push.Options = push.Options with { Force = false, Project = "other" };
        await push.PushAsync();
        Assert.Single(push.Server.Projects[1].Revisions);
    }

    [Fact]
    public async Task With_an_id_no_list_is_asked_for()
    {
        await using var push = await PushCase.StartAsync((7, "shop"), (8, "shop"));
        push.Options = push.Options with { ProjectId = "8", RevisionName = "Nightly" };

        await push.PushAsync();

        Assert.Equal(["POST /projects/8/revisions/last"], push.Server.TakeRequests().Select(request => request.Line));
        Assert.Equal("Nightly", push.Server.Projects[1].Revisions.Single().GetProperty("revisionName").GetString());
    }

    [Fact]
    public async Task Several_schemas_and_a_filter_are_one_document_with_a_fingerprint_of_its_own()
    {
        await using var push = await PushCase.StartAsync();
        var all = push.Document.Fingerprint;

        push.Options = push.Options with { Scope = SnapshotScope.Parse(["catalog", "sales"], null, null, ["audit"]) };
        var payload = push.Body.GetProperty("payload").GetString()!;
        Assert.Contains("CREATE TABLE catalog.products", payload, StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE sales.orders", payload, StringComparison.Ordinal);
        Assert.Contains("orders_product_fkey", payload, StringComparison.Ordinal);
        Assert.DoesNotContain("audit", payload, StringComparison.Ordinal);
        Assert.NotEqual(all, push.Document.Fingerprint);

        push.Options = push.Options with { Scope = SnapshotScope.Parse(["sales"]) };
        payload = push.Body.GetProperty("payload").GetString()!;
        Assert.DoesNotContain("catalog", payload, StringComparison.Ordinal);
        Assert.DoesNotContain("orders_product_fkey", payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_shows_the_requests_without_the_token_and_sends_none()
    {
        await using var push = await PushCase.StartAsync();

        var lines = string.Join('\n', new Pusher(push.Options).Describe(push.Document, "SQLDBM_API_TOKEN"));

        Assert.Contains($"POST {push.Options.BaseAddress}projects/{{projectId}}/revisions/last", lines, StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer (the value of SQLDBM_API_TOKEN)", lines, StringComparison.Ordinal);
        Assert.Contains(Encoding.UTF8.GetString(push.Document.Body), lines, StringComparison.Ordinal);
        Assert.Empty(push.Server.TakeRequests());
    }
}
