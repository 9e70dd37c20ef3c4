namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Names that a generated type or member cannot have.</summary>
internal static class ReservedNames
{
    /// <summary>The class of the constants.</summary>
    public const string Tables = "Tables";

    /// <summary>The class that makes types known to Npgsql.</summary>
    public const string TypeMapping = "ModelTypes";

    /// <summary>What every type, or every record, has already.</summary>
    public static IReadOnlyList<string> Members { get; } =
        ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize", "Clone", "EqualityContract", "PrintMembers"];

    /// <summary>What the context has from Entity Framework.</summary>
    public static IReadOnlyList<string> Context { get; } =
    [
        .. Members, "Add", "AddAsync", "AddRange", "AddRangeAsync", "Attach", "AttachRange", "ChangeTracker", "ConfigureConventions", "ContextId", "Database", "Dispose",
        "DisposeAsync", "Entry", "Find", "FindAsync", "FromExpression", "Model", "OnConfiguring", "OnModelCreating", "OnModelCreatingPartial", "Remove", "RemoveRange",
        "SaveChanges", "SaveChangesAsync", "SaveChangesFailed", "SavedChanges", "SavingChanges", "Set", "Update", "UpdateRange",
    ];
}
