using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;
using App.Models;
using App.Models.Types;
using Dapper;
using Npgsql;

DefaultTypeMap.MatchNamesWithUnderscores = true;
SqlMapper.SetTypeMap(typeof(Everything), new CustomPropertyTypeMap(typeof(Everything), (type, column) =>
    type.GetProperties().First(property => property.GetCustomAttribute<ColumnAttribute>()!.Name == column)));
await using var source = new NpgsqlDataSourceBuilder(Environment.GetEnvironmentVariable("APP_DATABASE")!).MapModelTypes().Build();
await using var connection = await source.OpenConnectionAsync();

var columns = SchemaSnapshot.EmbeddedSnapshot.Load().Schemas.SelectMany(schema => schema.Tables).Single(table => table.Name == Tables.Types.Everything.Name).Columns;
var row = Values.Row();
var written = typeof(Everything).GetProperties().Where(property => property.Name is not ("Id" or "Doubled"))
    .Select(property => (Property: property, Column: property.GetCustomAttribute<ColumnAttribute>()!.Name!)).ToList();

await using (var insert = connection.CreateCommand())
{
    // The types that text, numbers and times stand for are the snapshot's to tell.
    insert.CommandText = $"INSERT INTO {Tables.Types.Everything.QualifiedName} ({string.Join(", ", written.Select(item => $"\"{item.Column}\""))}) VALUES ({string.Join(", ", written.Select((_, i) => $"${i + 1}"))})";
    foreach (var (property, column) in written)
    {
        var type = System.Text.RegularExpressions.Regex.Replace(columns.Single(found => found.Name == column).Type, @"\(\d+(,\d+)?\)", "").Replace("\"", "");
        var isDomain = type is "types.positive" or "types.tags";
        var parameter = new NpgsqlParameter { Value = property.GetValue(row) ?? DBNull.Value };
        parameter.DataTypeName = isDomain ? (type == "types.tags" ? "text[]" : "integer") : type;
        insert.Parameters.Add(parameter);
    }

    await insert.ExecuteNonQueryAsync();
}

var read = await connection.QuerySingleAsync<Everything>($"SELECT * FROM {Tables.Types.Everything.QualifiedName}");
Values.Report([.. Values.Differences(row, read, "Id", "Doubled"), .. read.Id == 1 && read.Doubled == row.AnInt * 2 ? Array.Empty<string>() : ["Id or Doubled"]], columns.Count);
