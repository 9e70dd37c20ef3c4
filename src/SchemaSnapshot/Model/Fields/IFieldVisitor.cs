namespace SchemaSnapshot.Model;

/// <summary>What is done with each member of a model record, by the type of the member.</summary>
/// <typeparam name="T">The record.</typeparam>
internal interface IFieldVisitor<T>
{
    /// <summary>Visits a text.</summary>
    void Text(TextField<T> field);

    /// <summary>Visits a truth value.</summary>
    void Flag(FlagField<T> field);

    /// <summary>Visits a number.</summary>
    void Number(NumberField<T> field);

    /// <summary>Visits a list of names or labels.</summary>
    void Names(NamesField<T> field);

    /// <summary>Visits one part.</summary>
    void Part<TPart>(PartField<T, TPart> field)
        where TPart : class;

    /// <summary>Visits a list of parts.</summary>
    void Parts<TPart>(PartsField<T, TPart> field)
        where TPart : class;
}
