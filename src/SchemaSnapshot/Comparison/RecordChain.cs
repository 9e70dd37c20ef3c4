namespace SchemaSnapshot.Comparison;

/// <summary>A record and those it belongs to.</summary>
internal sealed record RecordChain(object Record, RecordChain? Owner)
{
    /// <summary>The nearest record of a type, from the inside out.</summary>
    public T? Nearest<T>()
        where T : class => Record as T ?? Owner?.Nearest<T>();
}
