using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Npgsql;
using SchemaSnapshot;

var builder = WebApplication.CreateBuilder(args);
var shop = builder.Configuration.GetConnectionString("Shop")
    ?? throw new InvalidOperationException("Say where the shop is: ConnectionStrings__Shop='Host=…;Database=…;Username=…'");
builder.Services.AddSingleton<DbDataSource>(NpgsqlDataSource.Create(shop));

// The readiness probe: unhealthy as soon as a migration breaks what this program was built for.
builder.Services.AddHealthChecks().AddSchemaSnapshot(timeout: TimeSpan.FromSeconds(10));

var app = builder.Build();
var verification = await SchemaVerifier.VerifyAsync(app.Services.GetRequiredService<DbDataSource>());

// The gate before a deployment: the new program against the database as it is.
if (args.Contains("--verify-schema"))
{
    Console.WriteLine(verification);
    return verification.IsCompatible ? 0 : 1;
}

// The check at the start: better not to start than to fail on the first order.
verification.EnsureCompatible();

app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = HealthReply.WriteAsync });
app.MapGet("/brands", Brands.ListAsync);
app.Run();
return 0;
