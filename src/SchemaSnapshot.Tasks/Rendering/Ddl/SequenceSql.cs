using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Statements about sequences.</summary>
internal static class SequenceSql
{
    /// <summary>All options, whether default or not: <c>START WITH 1 INCREMENT BY 1 …</c>.</summary>
    public static string Options(Sequence sequence) =>
        $"START WITH {SqlText.Number(sequence.Start)} INCREMENT BY {SqlText.Number(sequence.Increment)}"
        + $" MINVALUE {SqlText.Number(sequence.Minimum)} MAXVALUE {SqlText.Number(sequence.Maximum)}"
        + $" CACHE {SqlText.Number(sequence.Cache)} {(sequence.Cycle ? "CYCLE" : "NO CYCLE")}";

    /// <summary>Makes the sequence, which nothing owns yet.</summary>
    public static string Create(string name, Sequence sequence) =>
        $"CREATE {(sequence.Unlogged ? "UNLOGGED " : "")}SEQUENCE {name} AS {sequence.Type}\n    {Options(sequence)}";

    /// <summary>Lets a column own the sequence, so that it goes when the column goes; null for none.</summary>
    public static string OwnedBy(string name, string? column) => $"ALTER SEQUENCE {name} OWNED BY {column ?? "NONE"}";
}
