namespace SchemaSnapshot.Model;

/// <summary>A visitor that cares for some types of members only and passes over the others.</summary>
/// <typeparam name="T">The record.</typeparam>
internal abstract class PartialVisitor<T> : IFieldVisitor<T>
{
    /// <inheritdoc/>
    public virtual void Text(TextField<T> field)
    {
    }

    /// <inheritdoc/>
    public virtual void Flag(FlagField<T> field)
    {
    }

    /// <inheritdoc/>
    public virtual void Number(NumberField<T> field)
    {
    }

    /// <inheritdoc/>
    public virtual void Names(NamesField<T> field)
    {
    }

    /// <inheritdoc/>
    public virtual void Part<TPart>(PartField<T, TPart> field)
        where TPart : class
    {
    }

    /// <inheritdoc/>
    public virtual void Parts<TPart>(PartsField<T, TPart> field)
        where TPart : class
    {
    }
}
