using System.Reflection;
using static SchemaSnapshot.Diagnostics.DiagnosticSeverity;

namespace SchemaSnapshot.Diagnostics;

/// <summary>The rules of changes between two snapshots. Codes are permanent; <c>docs/diagnostics.md</c> has a section for each.</summary>
public static class ChangeRules
{
    // SNAP2xxx: breaking changes.

    /// <summary>Something that programs use by name is gone.</summary>
    public static readonly DiagnosticRule Dropped = new("SNAP2001", Error, "An object was dropped");

    /// <summary>Something has another name, as declared.</summary>
    public static readonly DiagnosticRule Renamed = new("SNAP2002", Error, "An object was renamed");

    /// <summary>A type became one of another family.</summary>
    public static readonly DiagnosticRule TypeReplaced = new("SNAP2003", Error, "A type was replaced by an incompatible one");

    /// <summary>A type holds less than before.</summary>
    public static readonly DiagnosticRule TypeNarrowed = new("SNAP2004", Error, "A type was narrowed");

    /// <summary>A column no longer takes nulls.</summary>
    public static readonly DiagnosticRule BecameNotNull = new("SNAP2005", Error, "A column became not null");

    /// <summary>A column may now hold nulls.</summary>
    public static readonly DiagnosticRule BecameNullable = new("SNAP2006", Error, "A column became nullable");

    /// <summary>A column must be written that no program knows of yet.</summary>
    public static readonly DiagnosticRule RequiredColumnAdded = new("SNAP2007", Error, "A required column was added");

    /// <summary>A column's value no longer comes by itself, or may no longer be given.</summary>
    public static readonly DiagnosticRule ValueSourceLost = new("SNAP2008", Error, "A column lost its default or takes no values any more");

    /// <summary>Rows are identified otherwise.</summary>
    public static readonly DiagnosticRule PrimaryKeyChanged = new("SNAP2009", Error, "A primary key was dropped or changed");

    /// <summary><c>ON CONFLICT</c> no longer finds what it needs.</summary>
    public static readonly DiagnosticRule UniquenessLost = new("SNAP2010", Error, "A unique constraint or index was dropped");

    /// <summary>A label of an enum is gone.</summary>
    public static readonly DiagnosticRule EnumLabelRemoved = new("SNAP2011", Error, "An enum label was removed or renamed");

    /// <summary>A view gives less or something else.</summary>
    public static readonly DiagnosticRule ViewColumnChanged = new("SNAP2012", Error, "A column of a view was dropped or retyped");

    /// <summary>A routine is called otherwise or returns something else.</summary>
    public static readonly DiagnosticRule SignatureChanged = new("SNAP2013", Error, "The signature of a routine changed");

    /// <summary>Someone may see or do less.</summary>
    public static readonly DiagnosticRule AccessTightened = new("SNAP2014", Error, "Access was tightened");

    // SNAP3xxx: risky changes.

    /// <summary>A type holds more than before.</summary>
    public static readonly DiagnosticRule TypeWidened = new("SNAP3001", Warning, "A type was widened");

    /// <summary>A table is now a view, say.</summary>
    public static readonly DiagnosticRule RelationKindChanged = new("SNAP3002", Warning, "A relation became another kind");

    /// <summary>Rows must meet another condition.</summary>
    public static readonly DiagnosticRule ConstraintTightened = new("SNAP3003", Warning, "A constraint was added or changed");

    /// <summary>References are no longer kept, or kept otherwise.</summary>
    public static readonly DiagnosticRule ForeignKeyLoosened = new("SNAP3004", Warning, "A foreign key was dropped or acts otherwise");

    /// <summary>Queries may become slow.</summary>
    public static readonly DiagnosticRule IndexDropped = new("SNAP3005", Warning, "An index was dropped or changed");

    /// <summary>Other values arise by themselves, or values sort otherwise.</summary>
    public static readonly DiagnosticRule DefaultChanged = new("SNAP3006", Warning, "A default, collation or generated expression changed");

    /// <summary>Readers meet a label that they do not know.</summary>
    public static readonly DiagnosticRule EnumLabelAdded = new("SNAP3007", Warning, "An enum label was added");

    /// <summary>Values of a domain must meet another condition.</summary>
    public static readonly DiagnosticRule DomainConstraintChanged = new("SNAP3008", Warning, "A domain constraint was added or changed");

    /// <summary>Writing has other effects.</summary>
    public static readonly DiagnosticRule TriggerChanged = new("SNAP3009", Warning, "A trigger or rule was added, dropped or changed");

    /// <summary>The same call or query may give something else.</summary>
    public static readonly DiagnosticRule BodyChanged = new("SNAP3010", Warning, "The definition of a routine or view changed");

    /// <summary>An extension is gone or has another version.</summary>
    public static readonly DiagnosticRule ExtensionChanged = new("SNAP3011", Warning, "An extension was dropped or changed");

    /// <summary>A sequence is gone or gives other numbers.</summary>
    public static readonly DiagnosticRule SequenceChanged = new("SNAP3012", Warning, "A sequence was dropped or changed");

    /// <summary>Rows lie elsewhere.</summary>
    public static readonly DiagnosticRule PartitionChanged = new("SNAP3013", Warning, "A partition was detached or its bounds changed");

    /// <summary>Someone may see or do more.</summary>
    public static readonly DiagnosticRule AccessWidened = new("SNAP3014", Warning, "Access was widened");

    /// <summary>Something is gone that no other rule is about.</summary>
    public static readonly DiagnosticRule OtherRemoved = new("SNAP3015", Warning, "Something else was dropped");

    /// <summary>Something changed that no other rule is about.</summary>
    public static readonly DiagnosticRule OtherChanged = new("SNAP3016", Warning, "Something else changed");

    // SNAP4xxx: compatible changes.

    /// <summary>Columns stand in another order.</summary>
    public static readonly DiagnosticRule ColumnOrderChanged = new("SNAP4001", Message, "The order of columns changed");

    /// <summary>Nobody is concerned.</summary>
    public static readonly DiagnosticRule Compatible = new("SNAP4002", Message, "A compatible change");

    /// <summary>Another version of PostgreSQL writes the same otherwise.</summary>
    public static readonly DiagnosticRule ServerVersionOnly = new("SNAP4003", Message, "A text differs through the server's version");

    /// <summary>Every rule of changes, in the order of the codes.</summary>
    public static IReadOnlyList<DiagnosticRule> All { get; } =
        [.. typeof(ChangeRules).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null)).OfType<DiagnosticRule>().OrderBy(rule => rule.Code, StringComparer.Ordinal)];
}
