using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SchemaSnapshot.PackageTests.Publishing;

/// <summary>A server with the part of SqlDBM's API that a push needs, as it is documented: projects with revisions, locks, and 202 with nothing in it.</summary>
public sealed class SqlDbmServer : IAsyncDisposable
{
    /// <summary>The only token it knows; must turn up nowhere.</summary>
    public const string Token = "sq1-t0ken-that-nobody-may-see";

    private readonly WebApplication application;
    private readonly ConcurrentQueue<SqlDbmRequest> requests = new();
    private int lists;

    private SqlDbmServer(WebApplication application)
    {
        this.application = application;
        application.Run(ServeAsync);
    }

    /// <summary>Where it is.</summary>
    public string Address => application.Urls.Single();

    /// <summary>The projects: id, name and revisions.</summary>
    public List<(long Id, string Name, List<JsonElement> Revisions)> Projects { get; } = [];

    /// <summary>Whether somebody has the projects locked.</summary>
    public bool IsLocked { get; set; }

    /// <summary>How often the list has to be asked for until a new project is in it.</summary>
    public int ListsUntilSeen { get; set; }

    /// <summary>What the next requests get instead of an answer, one each; what is null is answered.</summary>
    public Queue<Func<HttpContext, Task>?> Disturbances { get; } = new();

    /// <summary>Starts one.</summary>
    public static async Task<SqlDbmServer> StartAsync(params (long Id, string Name)[] projects)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new SqlDbmServer(builder.Build());
        server.Projects.AddRange(projects.Select(project => (project.Id, project.Name, new List<JsonElement>())));
        await server.application.StartAsync();
        return server;
    }

    /// <summary>The requests since this was last asked.</summary>
    public IReadOnlyList<SqlDbmRequest> TakeRequests()
    {
        var taken = requests.ToList();
        requests.Clear();
        return taken;
    }

    /// <summary>Disturbs the next requests, each with an answer of this kind.</summary>
    public void AnswerNext(int count, int status, string body = "", params (string Name, string Value)[] headers)
    {
        for (var i = 0; i < count; i++)
        {
            Disturbances.Enqueue(context => WriteAsync(context, status, body, headers));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await application.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        requests.Enqueue(new($"{context.Request.Method} {context.Request.Path}", context.Request.Headers.Authorization, context.Request.ContentType, body));
        if (Disturbances.TryDequeue(out var disturbance) && disturbance is not null)
        {
            await disturbance(context);
        }
        else if (context.Request.Headers.Authorization != $"Bearer {Token}")
        {
            await WriteAsync(context, 401, """{"status": 401, "message": "Unauthorized"}""");
        }
        else
        {
            await AnswerAsync(context, body);
        }
    }

    private Task AnswerAsync(HttpContext context, string body)
    {
        var path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (context.Request.Method, path) switch
        {
            ("GET", ["projects"]) => ListAsync(context),
            ("POST", ["projects"]) => CreateAsync(context, body),
            ("POST", ["projects", var id, "revisions", "last"]) => AddRevisionAsync(context, id, body),
            _ => WriteAsync(context, 404, ""),
        };
    }

    private Task ListAsync(HttpContext context)
    {
        var seen = Projects.Where(project => project.Revisions.Count == 0 || lists++ >= ListsUntilSeen);
        return WriteAsync(context, 200, JsonSerializer.Serialize(new { data = seen.Select(project => new { id = project.Id, name = project.Name }) }));
    }

    private Task CreateAsync(HttpContext context, string body)
    {
        var revision = JsonDocument.Parse(body).RootElement;
        Projects.Add((100 + Projects.Count, revision.GetProperty("projectName").GetString()!, [revision]));
        return WriteAsync(context, 202, "");
    }

    private Task AddRevisionAsync(HttpContext context, string id, string body)
    {
        var project = Projects.Find(project => $"{project.Id}" == id);
        var revision = JsonDocument.Parse(body).RootElement;
        if (project.Name is null)
        {
            return WriteAsync(context, 404, """{"message": "Project not found"}""");
        }

        if (IsLocked && !revision.GetProperty("strictMode").GetBoolean())
        {
            return WriteAsync(context, 409, """{"message": "Locked by ada@example.com"}""");
        }

        project.Revisions.Add(revision);
        return WriteAsync(context, 202, "");
    }

    private static Task WriteAsync(HttpContext context, int status, string body, params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return body.Length > 0 ? context.Response.WriteAsync(body) : Task.CompletedTask;
    }
}
