using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.EntityFrameworkCore.Scaffolding.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;
using SchemaSnapshot.Model;

#pragma warning disable EF1001 // the provider's own reader of databases is internal

namespace SchemaSnapshot.DatabaseTests.Models;

/// <summary>What the provider's own reverse engineering makes of a database.</summary>
internal static class ScaffoldedFacts
{
    public static List<Fact> Of(string connection, DatabaseSnapshot snapshot)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        new NpgsqlDesignTimeServices().ConfigureDesignTimeServices(services);
        using var provider = services.BuildServiceProvider();
        var model = provider.GetRequiredService<IDatabaseModelFactory>().Create(connection, new DatabaseModelFactoryOptions());
        var partitions = snapshot.Schemas.SelectMany(schema => schema.Tables.Where(table => table.PartitionOf is not null).Select(table => $"{schema.Name}.{table.Name}")).ToHashSet(StringComparer.Ordinal);
        return [.. model.Tables.Where(table => table is not DatabaseView && !partitions.Contains($"{table.Schema}.{table.Name}")).SelectMany(Facts)];
    }

    private static IEnumerable<Fact> Facts(DatabaseTable table)
    {
        var name = $"{table.Schema}.{table.Name}";
        foreach (var column in table.Columns)
        {
            yield return new(name, [column.Name], $"{column.StoreType}{(column.IsNullable ? "" : " not null")}");
            yield return new(name, [column.Name], $"{column["Npgsql:ValueGenerationStrategy"]} default {column.DefaultValueSql} generated {column.ComputedColumnSql} stored {column.IsStored} comment {column.Comment}");
        }

        if (table.PrimaryKey is { } key)
        {
            yield return new(name, Names(key.Columns), $"primary key {key.Name}");
        }

        foreach (var constraint in table.ForeignKeys.Where(IsPossible))
        {
            yield return new(name, Names(constraint.Columns), $"foreign key {constraint.Name} to {constraint.PrincipalTable.Schema}.{constraint.PrincipalTable.Name} ({string.Join(", ", Names(constraint.PrincipalColumns))})");
        }

        foreach (var constraint in table.UniqueConstraints)
        {
            yield return new(name, Names(constraint.Columns), $"unique {constraint.Name}");
        }

        foreach (var index in table.Indexes)
        {
            yield return new(name, Names(index.Columns), $"{(index.IsUnique ? "unique" : "index")} {index.Name}{(index.Filter is null ? "" : $" where {index.Filter}")}");
        }
    }

    // Entity Framework follows no key from an integer to a bigint, nor to what has no primary key.
    private static bool IsPossible(DatabaseForeignKey key) => key.PrincipalTable.PrimaryKey is not null
        && key.Columns.Zip(key.PrincipalColumns).All(pair => pair.First.StoreType?.Split('(')[0] == pair.Second.StoreType?.Split('(')[0]);

    private static string[] Names(IEnumerable<DatabaseColumn> columns) => [.. columns.Select(column => column.Name)];
}
