using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>Looks for a part of a record by the names that lead to it.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="record">The record.</param>
/// <param name="names">The names, the outermost first.</param>
internal sealed class NamedPart<T>(T record, List<string> names) : IFieldVisitor<T>
{
    /// <summary>Whether it was there in a field visited.</summary>
    public bool IsFound { get; private set; }

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
        where TPart : class
    {
    }

    public void Parts<TPart>(PartsField<T, TPart> field)
        where TPart : class
    {
        if (field.Shape.Name is { } name && field.Layout != PartsLayout.Inline)
        {
            IsFound |= field.Get(record).Where(part => name.Get(part) == names[0]).Any(part => names.Count == 1 || NamedPart.IsIn(part, field.Shape, names[1..]));
        }
    }
}
