using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>What changes a column in place, but for its type.</summary>
/// <param name="table">The table, qualified and quoted.</param>
/// <param name="old">The column before.</param>
/// <param name="now">The column after.</param>
internal sealed class ColumnAlteration(string table, Column old, Column now)
{
    private string Alter => $"ALTER TABLE {table} ALTER COLUMN {SqlText.Name(old.Name)}";

    private string AlterOnly => $"ALTER TABLE ONLY {table} ALTER COLUMN {SqlText.Name(old.Name)}";

    /// <summary>What has to go before the column can be anything else.</summary>
    public IEnumerable<MigrationStatement> Loosen()
    {
        if (old.Generated is not null && now.Generated is null)
        {
            yield return new MigrationStatement($"{Alter} DROP EXPRESSION").Locks(table);
        }

        if (!old.Nullable && now.Nullable)
        {
            yield return new MigrationStatement($"{Alter} DROP NOT NULL").Locks(table);
        }
    }

    /// <summary>What comes once the type is right.</summary>
    /// <param name="isDefaultGone">Whether the default has been dropped already.</param>
    /// <param name="isParentNotNull">Whether a parent table makes it not null.</param>
    public IEnumerable<MigrationStatement> Tighten(bool isDefaultGone, bool isParentNotNull)
    {
        if (now.Default is not null && (isDefaultGone || old.Default != now.Default))
        {
            yield return new MigrationStatement($"{AlterOnly} SET DEFAULT {now.Default}").Locks(table);
            if (old.Identity is not null && Sequence(now.Default) is { } sequence)
            {
                yield return SequenceValue.After(table, now.Name, sequence);
            }
        }
        else if (now.Default is null && old.Default is not null && !isDefaultGone)
        {
            yield return new MigrationStatement($"{AlterOnly} DROP DEFAULT").Locks(table);
        }

        if (old.Nullable && !now.Nullable && !isParentNotNull)
        {
            yield return new MigrationStatement($"{Alter} SET NOT NULL").Note($"fails where {table} has rows without a value; reads the whole table").Locks(table);
        }

        foreach (var statement in Identity())
        {
            yield return statement;
        }
    }

    /// <summary>What the server only keeps in mind.</summary>
    public IEnumerable<MigrationStatement> Settings()
    {
        if (old.Storage != now.Storage && now.Storage is not null)
        {
            yield return new MigrationStatement($"{AlterOnly} SET STORAGE {now.Storage.ToUpperInvariant()}").Locks(table);
        }
        else if (old.Storage != now.Storage)
        {
            // DEFAULT is understood since PostgreSQL 16 only; a type that can be stored otherwise is extended by itself.
            yield return new MigrationStatement($"{AlterOnly} SET STORAGE {DefaultStorage()}").Locks(table);
        }

        if (old.Compression != now.Compression)
        {
            yield return new MigrationStatement($"{AlterOnly} SET COMPRESSION {now.Compression ?? "default"}").Locks(table);
        }

        if (old.StatisticsTarget != now.StatisticsTarget)
        {
            yield return new MigrationStatement($"{AlterOnly} SET STATISTICS {SqlText.Number(now.StatisticsTarget ?? -1)}");
        }

        foreach (var options in OptionList.Change(old.Options, now.Options))
        {
            yield return new MigrationStatement($"{AlterOnly} {options}").Locks(table);
        }

        if (ForeignOptions.Change(old.ForeignOptions, now.ForeignOptions) is { } change)
        {
            yield return new MigrationStatement($"ALTER FOREIGN TABLE {table} ALTER COLUMN {SqlText.Name(old.Name)} {change}").Locks(table);
        }
    }

    // nextval('sales.orders_id_seq'::regclass)
    private static string? Sequence(string expression) =>
        expression.StartsWith("nextval(", StringComparison.Ordinal) && expression.EndsWith("::regclass)", StringComparison.Ordinal) ? expression[8..^11] : null;

    private string DefaultStorage() => now.Type.StartsWith("numeric", StringComparison.Ordinal) || now.Type is "inet" or "cidr" ? "MAIN" : "EXTENDED";

    private IEnumerable<MigrationStatement> Identity()
    {
        if (now.Identity is null)
        {
            yield break;
        }

        if (old.Identity is null)
        {
            var options = now.IdentityOptions is null ? "" : $" ({now.IdentityOptions})";
            yield return new MigrationStatement($"{Alter} ADD GENERATED {now.Identity.ToUpperInvariant()} AS IDENTITY{options}").Locks(table);
            yield return SequenceValue.AfterIdentity(table, now.Name);
            yield break;
        }

        if (old.Identity != now.Identity)
        {
            yield return new MigrationStatement($"{Alter} SET GENERATED {now.Identity.ToUpperInvariant()}").Locks(table);
        }

        if (IdentityOptions.Change(old, now) is { } change)
        {
            yield return new MigrationStatement($"{Alter} {change}").Locks(table);
        }
    }
}
