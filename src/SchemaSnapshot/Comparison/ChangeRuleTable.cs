using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using static SchemaSnapshot.Comparison.Affected;

namespace SchemaSnapshot.Comparison;

/// <summary>Which rule a change falls under: the first that matches. The last ones are the generic rules, so that nothing is silent.</summary>
internal static class ChangeRuleTable
{
    private static readonly string[] Relations = ["table", "view", "materialized view"];
    private static readonly string[] Routines = ["function", "procedure", "aggregate", "window function"];
    private static readonly string[] Constraints = ["primary key", "unique constraint", "check constraint", "exclusion constraint", "not-null constraint", "foreign key"];
    private static readonly string[] Used = [.. Relations, .. Routines, "schema", "column", "enum", "domain", "composite type", "range type"];

    /// <summary>The rules, in the order in which they are asked.</summary>
    public static ValueList<ChangeRule> All { get; } =
    [
        .. Harmless(), .. Columns(), .. Keys(), .. Views(), .. RoutinesAndTypes(), .. Access(), .. Partitions(), .. Others(), .. Generic(),
    ];

    private static IEnumerable<ChangeRule> Harmless() =>
    [
        new(ChangeRules.Renamed, Everybody, "who uses the old name fails", c => c.Change.Type == ChangeType.Renamed),
        new(ChangeRules.Compatible, None, "", c => c.Changed("comment", "depends_on", "storage", "compression", "statistics_target", "tablespace", "access_method", "clustered_on", "inherited")),
        new(ChangeRules.Compatible, None, "", c => c.Changed("options") && !c.Is("view")),
        new(ChangeRules.Compatible, None, "existing rows have been checked", c => c.Became("not_valid", false)),
        new(ChangeRules.ColumnOrderChanged, None, "SELECT * and COPY without a column list give another order", c => c.Change.IsOrder),
        new(ChangeRules.RelationKindChanged, Everybody, "what may be done with it is not the same", c => c.Is(Relations) && c.Changed("kind", "partition_key")),
        new(ChangeRules.ServerVersionOnly, None, "written by servers of different versions, the rest is the same", c => c.MayBeOfServer && IsDeparsed(c)),
    ];

    private static IEnumerable<ChangeRule> Columns() =>
    [
        new(ChangeRules.ViewColumnChanged, Readers, "readers break", c => c.IsRemoved && c.Is("column") && c.IsOfView),
        new(ChangeRules.ViewColumnChanged, Readers, "readers break", c => c.TypeEffect is not null && c.IsOfView),
        new(ChangeRules.Dropped, Everybody, "readers and writers break", c => c.IsRemoved && c.Is(Used)),
        new(ChangeRules.TypeReplaced, Everybody, "incompatible, readers and writers break", c => c.TypeEffect == TypeEffect.Incompatible),
        new(ChangeRules.TypeNarrowed, Writers, "narrowed, writers break", c => c.TypeEffect == TypeEffect.Narrowed),
        new(ChangeRules.TypeWidened, Readers, "widened, readers may meet values they have no room for", c => c.TypeEffect is not null),
        new(ChangeRules.BecameNotNull, Writers, "not null, writers of nulls break", c => c.Is("column") && c.Became("nullable", false)),
        new(ChangeRules.BecameNullable, Readers, "readers must expect nulls", c => c.Is("column") && c.Became("nullable", true)),
        new(ChangeRules.RequiredColumnAdded, Writers, "not null without a default, writers that do not know it break", c => c.IsAdded && c.Is("column") && c.IsRequiredColumn),
        new(ChangeRules.ValueSourceLost, Writers, "writers that leave the column out, or give it a value, break", LosesValueSource),
        new(ChangeRules.DefaultChanged, Writers, "", c => c.Is("column", "domain") && c.Changed("default", "collation", "generated", "virtual", "identity", "identity_options")),
    ];

    private static IEnumerable<ChangeRule> Keys() =>
    [
        new(ChangeRules.PrimaryKeyChanged, Everybody, "rows are identified otherwise", c => c.Is("primary key") && !c.IsAdded),
        new(ChangeRules.UniquenessLost, Writers, "ON CONFLICT breaks, duplicates are possible", c => c.IsRemoved && (c.Is("unique constraint") || IsUnique(c.Change.Before<Model.Index>()))),
        new(ChangeRules.UniquenessLost, Writers, "ON CONFLICT breaks", c => c.Is("unique constraint") && (c.Changed("columns") || c.Became("deferrable", true))),
        new(ChangeRules.UniquenessLost, Writers, "ON CONFLICT breaks", c => IsUnique(c.Change.Before<Model.Index>()) && c.Changed("keys", "predicate", "unique", "definition", "method")),
        new(ChangeRules.ConstraintTightened, Writers, "writers may be refused", c => c.IsAdded && IsUnique(c.Change.After<Model.Index>())),
        new(ChangeRules.ConstraintTightened, Writers, "writers may be refused", c => c.Is("index") && (c.Changed("unique") || (c.Changed("nulls_not_distinct") && IsUnique(c.Change.After<Model.Index>())))),
        new(ChangeRules.ForeignKeyLoosened, Everybody, "references are no longer kept", c => c.IsRemoved && c.Is("foreign key")),
        new(ChangeRules.ForeignKeyLoosened, Everybody, "deleting and updating act otherwise", c => c.Is("foreign key") && c.Changed("on_delete", "on_delete_columns", "on_update", "deferrable", "initially_deferred")),
        new(ChangeRules.ConstraintTightened, Writers, "writers may be refused", c => c.Is(Constraints) && !c.IsRemoved),
        new(ChangeRules.IndexDropped, Performance, "queries may become slow", c => c.Is("index") && !c.IsAdded),
    ];

    private static IEnumerable<ChangeRule> Views() =>
    [
        new(ChangeRules.BodyChanged, Readers, "readers may get other rows", c => c.Is("view", "materialized view") && c.Changed("definition", "options")),
        new(ChangeRules.TriggerChanged, Writers, "writing has other effects", c => c.Is("trigger", "rule", "event trigger")),
    ];

    private static IEnumerable<ChangeRule> RoutinesAndTypes() =>
    [
        new(ChangeRules.SignatureChanged, Everybody, "callers break", c => c.Is(Routines) && c.Changed("arguments", "result")),
        new(ChangeRules.BodyChanged, Readers, "the same call may give something else", c => c.Is(Routines) && c.Change.Type == ChangeType.Changed),
        new(ChangeRules.EnumLabelRemoved, Everybody, "who uses a label that is gone breaks", c => c.Is("enum") && c.Changed("labels") && OldLabels(c).Except(NewLabels(c)).Any()),
        new(ChangeRules.EnumLabelAdded, Readers, "readers may meet a label they do not know", c => c.Is("enum") && c.Changed("labels") && NewLabels(c).Except(OldLabels(c)).Any()),
        new(ChangeRules.DomainConstraintChanged, Writers, "writers may be refused", c => c.Is("domain constraint") && !c.IsRemoved),
        new(ChangeRules.DomainConstraintChanged, Writers, "writers may be refused", c => c.Is("domain") && c.Changed("nullable")),
    ];

    private static IEnumerable<ChangeRule> Access() =>
    [
        new(ChangeRules.AccessTightened, Everybody, "rows are hidden or refused", c => c.Became("row_security", true) || c.Became("force_row_security", true)),
        new(ChangeRules.AccessWidened, Security, "rows are no longer hidden", c => c.Became("row_security", false) || c.Became("force_row_security", false)),
        new(ChangeRules.AccessWidened, Security, "rows are no longer hidden", c => c.IsRemoved && c.Is("policy") && !HidesRows(c)),
        new(ChangeRules.AccessTightened, Everybody, "rows may be hidden or refused", c => c.Is("policy")),
        new(ChangeRules.AccessTightened, Everybody, "who relied on it is refused", c => PrivilegeText.IsRevoked(c.Change)),
        new(ChangeRules.Compatible, None, "", c => c.Is("privilege")),
    ];

    private static IEnumerable<ChangeRule> Partitions() =>
    [
        new(ChangeRules.PartitionChanged, Everybody, "rows lie elsewhere", c => c.Changed("partition_bound") || (c.Is("table") && c.Changed("partition_of") && c.OldRelation?.PartitionOf is not null)),
    ];

    private static IEnumerable<ChangeRule> Others() =>
    [
        new(ChangeRules.ExtensionChanged, Everybody, "what it brought may be missing or act otherwise", c => c.Is("extension") && !c.IsAdded),
        new(ChangeRules.SequenceChanged, Writers, "other numbers arise", c => c.Is("sequence") && !c.IsAdded),
    ];

    private static IEnumerable<ChangeRule> Generic() =>
    [
        new(ChangeRules.Compatible, None, "", c => c.IsAdded),
        new(ChangeRules.OtherRemoved, Everybody, "who relies on it breaks", c => c.IsRemoved),
        new(ChangeRules.OtherChanged, Everybody, "", _ => true),
    ];

    // Only what the server writes anew from its parse tree: bodies in quotation marks are kept as they were written.
    private static bool IsDeparsed(JudgedChange c) =>
        (c.Is("view", "materialized view", "rule", "check constraint", "exclusion constraint", "domain constraint", "index", "trigger") && c.Changed("definition", "predicate"))
        || (c.Is("column", "domain") && c.Changed("default", "generated") && c.Change is { BeforeText: not null, AfterText: not null });

    private static bool LosesValueSource(JudgedChange c)
    {
        if (!c.Is("column"))
        {
            return false;
        }

        var hasOther = c.NewColumn is { Identity: not null } or { Generated: not null } or { Default: not null };
        return (c.Changed("default", "identity") && c.Change.AfterText is null && !c.NewColumn.Nullable && !hasOther)
            || (c.Changed("identity") && c.Change.AfterText == "always")
            || (c.Changed("generated") && c.Change.BeforeText is null);
    }

    // Without a permissive policy row-level security shows nothing; without a restrictive one it shows more.
    private static bool HidesRows(JudgedChange c) =>
        c.NewRelation is { RowSecurity: true } && c.Change.Before<DefinedObject>()?.Definition.Contains(" AS RESTRICTIVE", StringComparison.Ordinal) == false;

    private static bool IsUnique(Model.Index? index) => index is { Unique: true };

    private static ValueList<string> OldLabels(JudgedChange c) => c.Change.Before<EnumType>()!.Labels;

    private static ValueList<string> NewLabels(JudgedChange c) => c.Change.After<EnumType>()!.Labels;
}
