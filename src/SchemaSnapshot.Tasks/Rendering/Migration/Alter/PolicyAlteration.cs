using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Changes whom a policy is for and what it lets through; what was said once can be said otherwise, but not taken back.</summary>
internal sealed class PolicyAlteration(string relation, DefinedObject old, DefinedObject now) : Alteration
{
    private const string Using = " USING (";
    private const string Check = " WITH CHECK (";

    private readonly (string Head, string Roles, string? Using, string? Check) before = Parse(old.Definition);
    private readonly (string Head, string Roles, string? Using, string? Check) after = Parse(now.Definition);

    public override bool IsPossible =>
        before.Head == after.Head && (before.Using is null || after.Using is not null) && (before.Check is null || after.Check is not null);

    public override IEnumerable<MigrationStatement> Statements()
    {
        var roles = before.Roles == after.Roles ? "" : $" TO {after.Roles}";
        var changes = roles + (before.Using == after.Using ? "" : after.Using) + (before.Check == after.Check ? "" : after.Check);
        yield return new MigrationStatement($"ALTER POLICY {SqlText.Name(now.Name)} ON {relation}{changes}").Locks(relation);
    }

    // CREATE POLICY name ON table [AS RESTRICTIVE] [FOR command] [TO roles] [USING (…)] [WITH CHECK (…)]
    private static (string Head, string Roles, string? Using, string? Check) Parse(string definition)
    {
        var (head, check) = Cut(definition, Check);
        (head, var condition) = Cut(head, Using);
        (head, var roles) = Cut(head, " TO ");
        return (head, roles?[" TO ".Length..] ?? "PUBLIC", condition, check);
    }

    private static (string Head, string? Tail) Cut(string text, string start) =>
        SqlScan.IndexOf(text, start) is >= 0 and var at ? (text[..at], text[at..]) : (text, null);
}
