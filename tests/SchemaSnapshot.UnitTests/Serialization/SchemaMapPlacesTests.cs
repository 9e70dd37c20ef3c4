using System.Text;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot.UnitTests.Serialization;

public sealed class SchemaMapPlacesTests
{
    [Theory]
    [InlineData(14, 5, "schemas", "sales")]
    [InlineData(17, 9, "schemas", "sales", "tables", "orders")]
    [InlineData(23, 13, "schemas", "sales", "tables", "orders", "columns", "note")]
    [InlineData(25, 26, "schemas", "sales", "tables", "orders", "primary_key")]
    [InlineData(30, 13, "schemas", "sales", "tables", "orders", "indexes", "orders_note_idx")]
    [InlineData(47, 9, "schemas", "sales", "sequences", "order_numbers")]
    [InlineData(53, 13, "schemas", "sales", "enums", "state", "labels", "shipped")]
    [InlineData(64, 5, "extensions", "citext")]
    public void Each_object_is_found_where_it_stands(int line, int column, params string[] path) =>
        Assert.Equal(new FilePosition(line, column), Read(Golden.File).Find(path));

    [Theory]
    [InlineData(17, 9, "schemas", "sales", "tables", "orders", "columns", "missing")]
    [InlineData(14, 5, "schemas", "sales", "tables", "missing", "columns", "id")]
    [InlineData(1, 1, "schemas", "missing")]
    [InlineData(1, 1)]
    public void What_is_not_there_is_looked_for_in_what_would_hold_it(int line, int column, params string[] path) =>
        Assert.Equal(new FilePosition(line, column), Read(Golden.File).Find(path));

    [Fact]
    public void A_name_with_a_slash_is_no_path()
    {
        var places = Read("""
            {"format_version": 1, "database": "d", "fingerprint": "f", "schemas": {
              "a/tables/b": {"tables": {}},
              "a": {"tables": {"b": {"columns": [], "foreign_keys": [], "indexes": [], "row_count": null}}},
              "a~1tables": {"tables": {}}
            }}
            """);

        Assert.Equal(2, places.Find("schemas", "a/tables/b").Line);
        Assert.Equal(3, places.Find("schemas", "a", "tables", "b").Line);
        Assert.Equal(4, places.Find("schemas", "a~1tables").Line);
    }

    // The golden file has 2 schemas, 2 tables, 2 columns, 1 primary key, 1 foreign key, 1 index, 1 trigger, 1 sequence, 1 enum
    // with 2 labels, 1 statistics object and 1 extension. A trigger's properties and a key's columns are no objects.
    [Fact]
    public void Lists_within_a_line_have_no_places_of_their_own() => Assert.Equal(16, Read(Golden.File).Count);

    private static SchemaMapPlaces Read(string text)
    {
        var places = new SchemaMapPlaces();
        SchemaMapReader.Read(Encoding.UTF8.GetBytes(text), "m.json", places);
        return places;
    }
}
