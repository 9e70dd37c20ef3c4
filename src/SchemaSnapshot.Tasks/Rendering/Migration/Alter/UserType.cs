using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Finds the enum, composite or range type that a type is, if it is one of the snapshot's own.</summary>
internal static class UserType
{
    /// <summary>Its record; null for another type.</summary>
    public static object? Find(string type, DatabaseSnapshot snapshot)
    {
        if (TypeName.Parse(type).Qualified() is not var (schema, name) || snapshot.Schemas.FirstOrDefault(item => item.Name == schema) is not { } home)
        {
            return null;
        }

        return home.Enums.FirstOrDefault(item => item.Name == name) ?? (object?)home.CompositeTypes.FirstOrDefault(item => item.Name == name)
            ?? home.RangeTypes.FirstOrDefault(item => item.Name == name);
    }
}
