using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>Looks for a part of a record by the names that lead to it.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="record">The record.</param>
/// <param name="names">The names, the outermost first.</param>
internal sealed class NamedPart<T>(T record, List<string> names) : PartialVisitor<T>
{
    /// <summary>Whether it was there in a field visited.</summary>
    public bool IsFound { get; private set; }

    public override void Parts<TPart>(PartsField<T, TPart> field)
    {
        if (field.Shape.Name is { } name && field.Layout != PartsLayout.Inline)
        {
            IsFound |= field.Get(record).Where(part => name.Get(part) == names[0]).Any(part => names.Count == 1 || NamedPart.IsIn(part, field.Shape, names[1..]));
        }
    }
}
