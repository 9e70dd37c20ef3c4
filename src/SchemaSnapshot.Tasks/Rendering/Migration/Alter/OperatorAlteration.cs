using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Changes what the planner knows of an operator: what uses it stays. Another function or other arguments make another operator.</summary>
/// <remarks>Estimators can be set and taken away; from PostgreSQL 17 on partners and properties can be given where there are none.</remarks>
/// <seealso href="https://www.postgresql.org/docs/current/sql-alteroperator.html"/>
internal sealed class OperatorAlteration(MigrationObject item, DefinedObject old, DefinedObject now, MigrationScene scene) : Alteration
{
    private const string Open = " (";

    private static readonly string[] Estimators = ["RESTRICT", "JOIN"];
    private static readonly string[] Partners = ["COMMUTATOR", "NEGATOR"];
    private static readonly string[] Properties = ["HASHES", "MERGES"];

    private readonly Dictionary<string, string> before = Parse(old.Definition);
    private readonly Dictionary<string, string> after = Parse(now.Definition);

    private bool CanBeGiven => scene.Major >= 17;

    public override bool IsPossible =>
        Fixed(before).SequenceEqual(Fixed(after)) && Partners.All(IsPartnerPossible)
        && Properties.All(property => before.ContainsKey(property) ? after.ContainsKey(property) : CanBeGiven || !after.ContainsKey(property));

    public override IEnumerable<MigrationStatement> Statements()
    {
        var settings = Estimators.Where(IsChanged).Select(key => $"{key} = {after.GetValueOrDefault(key, "NONE")}")
            .Concat(Partners.Where(key => IsChanged(key) && after.ContainsKey(key) && !IsMade(key)).Select(key => $"{key} = {after[key]}"))
            .Concat(Properties.Where(IsChanged)).ToList();
        return settings.Count == 0 ? [] : [new MigrationStatement($"ALTER OPERATOR {item.To!.Name} SET ({string.Join(", ", settings)})")];
    }

    private bool IsChanged(string key) => before.GetValueOrDefault(key) != after.GetValueOrDefault(key);

    // An operator that is dropped is nobody's partner any more, and one that is made becomes its partner's by itself.
    private bool IsPartnerPossible(string key) => !IsChanged(key)
        || ((!before.ContainsKey(key) || Partner(key, before) is { Goes: true }) && (!after.ContainsKey(key) || CanBeGiven || IsMade(key)));

    private bool IsMade(string key) => Partner(key, after) is { Fate: Fate.Create or Fate.Replace };

    // A commutator takes the arguments the other way round.
    private MigrationObject? Partner(string key, Dictionary<string, string> settings)
    {
        var name = settings[key]["OPERATOR(".Length..^1];
        var dot = name.LastIndexOf('.');
        var (left, right) = (settings.GetValueOrDefault("LEFTARG", "NONE"), settings["RIGHTARG"]);
        var arguments = key == "COMMUTATOR" ? $"{right}, {left}" : $"{left}, {right}";
        return scene.Find(DdlPaths.Part(DdlPaths.Schema(Identifier.Split(name[..dot])[0]), now.Kind.Key, $"{name[(dot + 1)..]}({arguments})"));
    }

    private static IEnumerable<KeyValuePair<string, string>> Fixed(Dictionary<string, string> settings) =>
        settings.Where(pair => !Estimators.Contains(pair.Key) && !Partners.Contains(pair.Key) && !Properties.Contains(pair.Key));

    // CREATE OPERATOR name (FUNCTION = function, LEFTARG = type, …, HASHES)
    private static Dictionary<string, string> Parse(string definition) =>
        SqlScan.Split(definition[(SqlScan.IndexOf(definition, Open) + Open.Length)..^1], ", ").Select(setting => setting.Split(" = ", 2))
            .ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : "", StringComparer.Ordinal);
}
