namespace SchemaSnapshot.Model;

/// <summary>What an object of a <see cref="DefinedKind"/> belongs to.</summary>
public enum DefinedLevel
{
    /// <summary>The database itself.</summary>
    Database,

    /// <summary>A schema.</summary>
    Schema,

    /// <summary>A relation.</summary>
    Relation,
}
