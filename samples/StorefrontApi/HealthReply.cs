using Microsoft.Extensions.Diagnostics.HealthChecks;

/// <summary>The answer of the health endpoint: of each check its status, the reason and what was found.</summary>
internal static class HealthReply
{
    public static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = $"{report.Status}",
        checks = report.Entries.ToDictionary(
            entry => entry.Key,
            entry => new { status = $"{entry.Value.Status}", entry.Value.Description, entry.Value.Data }),
    });
}
