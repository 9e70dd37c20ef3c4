using System.Reflection;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.UnitTests.Models;

public sealed class ShapeTests
{
    // The kind of a defined object is the key under which it stands, and part of what its shape starts from.
    private static readonly string[] Undeclared = ["DefinedObject.Kind"];

    // In the header of the file, which has a shape of its own.
    private static readonly string[] InHeader =
        ["DatabaseSnapshot.Database", "DatabaseSnapshot.ExportedAt", "DatabaseSnapshot.Host", "DatabaseSnapshot.ServerVersion"];

    public static TheoryData<Type> Records => [.. Walk().Select(shape => shape.Record).Distinct()];

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_member_of_a_record_is_declared(Type record)
    {
        var declared = Walk().Where(shape => shape.Record == record).SelectMany(shape => shape.Properties);
        var members = record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

        var forgotten = members.Select(member => $"{record.Name}.{member.Name}").Except(declared.Select(name => $"{record.Name}.{name}"));

        Assert.Empty(forgotten.Except(Undeclared).Except(InHeader));
    }

    [Fact]
    public void Every_record_of_the_model_has_a_shape()
    {
        var records = typeof(DatabaseSnapshot).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(DatabaseSnapshot).Namespace && type.IsPublic && type.GetMethod("<Clone>$") is not null);

        Assert.Equal(
            records.Where(type => type != typeof(DefinedKind)).OrderBy(type => type.Name, StringComparer.Ordinal),
            Walk().Select(shape => shape.Record).Distinct().OrderBy(type => type.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_kind_of_defined_object_has_its_place()
    {
        var words = Walk().Where(shape => shape.Record == typeof(DefinedObject)).Select(shape => shape.Kind);

        Assert.Empty(DefinedKind.All.Select(kind => kind.Name).Except(words));
    }

    // The objects of all defined kinds are in one member.
    [Fact]
    public void No_two_fields_set_the_same_member() => Assert.All(Walk(), shape =>
    {
        var properties = shape.Properties.Where(property => property != nameof(Schema.Objects)).ToList();

        Assert.Equal(properties.Distinct(), properties);
    });

    [Fact]
    public void Keys_are_unique_and_in_snake_case() => Assert.All(Walk(), shape =>
    {
        Assert.Equal(shape.Keys.Distinct(), shape.Keys);
        Assert.All(shape.Keys, key => Assert.Matches("^[a-z]+(_[a-z]+)*$", key));
    });

    private static List<ShapeSummary> Walk()
    {
        var found = new List<ShapeSummary>();
        ShapeWalk<DatabaseSnapshot>.Over(SnapshotShapes.Database, found);
        return found;
    }
}
