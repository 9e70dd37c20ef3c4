using System.Reflection;
using SchemaSnapshot.Model;
using SchemaSnapshot.UnitTests.Serialization;

namespace SchemaSnapshot.UnitTests.Models;

/// <summary>Summarizes a shape and all shapes below it.</summary>
internal sealed class ShapeWalk<T>(List<ShapeSummary> found) : IFieldVisitor<T>
{
    public static void Over(Shape<T> shape, List<ShapeSummary> found)
    {
        var walk = new ShapeWalk<T>(found);
        var properties = new List<string>();
        foreach (var field in shape.AllFields)
        {
            field.Accept(walk);
            properties.AddRange(Changed(shape, field));
        }

        found.Add(new ShapeSummary(typeof(T), shape.Kind, [.. shape.AllFields.Select(field => field.Key)], properties));
    }

    /// <summary>The properties of the record that change when the field is set.</summary>
    public static IEnumerable<string> Changed(Shape<T> shape, Field<T> field)
    {
        var filled = new FilledRecord<T>(shape.Empty);
        field.Accept(filled);
        return from property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
               where property.CanWrite && !Equals(property.GetValue(shape.Empty), property.GetValue(filled.Record))
               select property.Name;
    }

    public void Text(TextField<T> field)
    {
    }

    public void Flag(FlagField<T> field)
    {
    }

    public void Number(NumberField<T> field)
    {
    }

    public void Names(NamesField<T> field)
    {
    }

    public void Part<TPart>(PartField<T, TPart> field)
        where TPart : class => ShapeWalk<TPart>.Over(field.Shape, found);

    public void Parts<TPart>(PartsField<T, TPart> field)
        where TPart : class => ShapeWalk<TPart>.Over(field.Shape, found);
}
