namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>The qualified name of a relation.</summary>
internal readonly record struct RelationKey(string Schema, string Name) : IComparable<RelationKey>
{
    public int CompareTo(RelationKey other)
    {
        var order = string.CompareOrdinal(Schema, other.Schema);
        return order != 0 ? order : string.CompareOrdinal(Name, other.Name);
    }

    public override string ToString() => $"{Schema}.{Name}";
}
