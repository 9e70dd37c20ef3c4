using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace SchemaSnapshot.DatabaseTests.Models;

/// <summary>What the generated context makes of the database.</summary>
internal static class ContextFacts
{
    public static List<Fact> Of(Assembly models, string connection)
    {
        using var context = Context(models, connection);
        // The model for reading lacks what only migrations need.
        var model = context.GetService<IDesignTimeModel>().Model;
        return [.. model.GetRelationalModel().Tables.SelectMany(Facts)];
    }

    private static DbContext Context(Assembly models, string connection)
    {
        var type = models.GetTypes().Single(type => type.IsSubclassOf(typeof(DbContext)));
        var mapping = models.GetType("Shop.Models.ModelTypes")?.GetMethod("MapModelTypes", [typeof(NpgsqlDbContextOptionsBuilder)]);
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        builder.UseNpgsql(connection, npgsql => mapping?.Invoke(null, [npgsql]));
        return (DbContext)Activator.CreateInstance(type, builder.Options)!;
    }

    private static IEnumerable<Fact> Facts(ITable table)
    {
        var name = $"{table.Schema}.{table.Name}";
        foreach (var column in table.Columns)
        {
            yield return new(name, [column.Name], $"{column.StoreType}{(column.IsNullable ? "" : " not null")}");
            var strategy = column.PropertyMappings[0].Property.GetValueGenerationStrategy(StoreObjectIdentifier.Table(table.Name, table.Schema));
            var generation = strategy == NpgsqlValueGenerationStrategy.None ? "" : $"{strategy}";
            yield return new(name, [column.Name], $"{generation} default {column.DefaultValueSql} generated {column.ComputedColumnSql} stored {column.IsStored} comment {column.Comment}");
        }

        if (table.PrimaryKey is { } key)
        {
            yield return new(name, Names(key.Columns), $"primary key {key.Name}");
        }

        foreach (var constraint in table.ForeignKeyConstraints)
        {
            yield return new(name, Names(constraint.Columns), $"foreign key {constraint.Name} to {constraint.PrincipalTable.Schema}.{constraint.PrincipalTable.Name} ({string.Join(", ", Names(constraint.PrincipalColumns))})");
        }

        foreach (var constraint in table.UniqueConstraints.Where(constraint => constraint != table.PrimaryKey))
        {
            yield return new(name, Names(constraint.Columns), $"unique {constraint.Name}");
        }

        foreach (var index in table.Indexes)
        {
            yield return new(name, Names(index.Columns), $"{(index.IsUnique ? "unique" : "index")} {index.Name}{(index.Filter is null ? "" : $" where {index.Filter}")}");
        }
    }

    private static string[] Names(IEnumerable<IColumn> columns) => [.. columns.Select(column => column.Name)];
}
