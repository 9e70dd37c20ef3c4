namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>The order in which objects that do not need each other are made: what others are likely to use comes first.</summary>
internal enum DdlGroup
{
    /// <summary>Schemas.</summary>
    Schema,

    /// <summary>Extensions.</summary>
    Extension,

    /// <summary>Collations.</summary>
    Collation,

    /// <summary>Enums, domains, composite and range types.</summary>
    Type,

    /// <summary>Functions, procedures and aggregates.</summary>
    Routine,

    /// <summary>Operators.</summary>
    Operator,

    /// <summary>Casts, on which expressions rely without a dependency that PostgreSQL records.</summary>
    Cast,

    /// <summary>Text search dictionaries and configurations.</summary>
    TextSearch,

    /// <summary>Foreign-data wrappers and servers.</summary>
    ForeignData,

    /// <summary>Sequences.</summary>
    Sequence,

    /// <summary>Tables, each followed by its keys and indexes.</summary>
    Table,

    /// <summary>Extended statistics.</summary>
    Statistics,

    /// <summary>Foreign keys.</summary>
    ForeignKey,

    /// <summary>Views and materialized views.</summary>
    View,

    /// <summary>Rules.</summary>
    Rule,

    /// <summary>Triggers.</summary>
    Trigger,

    /// <summary>Policies of row-level security.</summary>
    Policy,

    /// <summary>Publications.</summary>
    Publication,

    /// <summary>Privileges.</summary>
    Privilege,

    /// <summary>Default privileges, which would add to the privileges of what is made after them.</summary>
    DefaultPrivilege,

    /// <summary>Event triggers, which would fire for what is made after them.</summary>
    EventTrigger,
}
