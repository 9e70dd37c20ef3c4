using App.Models;
using App.Models.Types;
using Microsoft.EntityFrameworkCore;

var options = new DbContextOptionsBuilder<DatabaseContext>().UseNpgsql(Environment.GetEnvironmentVariable("APP_DATABASE"), npgsql => npgsql.MapModelTypes()).Options;
var row = Values.Row();
await using (var context = new DatabaseContext(options))
{
    context.Everything.Add(row);
    await context.SaveChangesAsync();
    Console.WriteLine($"id {row.Id}, doubled {row.Doubled == row.AnInt * 2}");
}

await using (var context = new DatabaseContext(options))
{
    var read = await context.Everything.AsNoTracking().SingleAsync();
    Values.Report(Values.Differences(row, read, "AOidvector", "AnInt2vector", "AnAmount", "Amounts"), context.Model.FindEntityType(typeof(Everything))!.GetProperties().Count());
    // A parameter: the provider does not escape quotation marks of labels in literals.
    var state = State.ItSBack;
    Console.WriteLine($"found {await context.Everything.CountAsync(found => found.AState == state && found.ACitext == "CiText")}");
}
