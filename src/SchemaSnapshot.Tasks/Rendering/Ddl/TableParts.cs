using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>What of a table is made together with it, and what later because it needs what needs the table.</summary>
internal sealed class TableParts
{
    private readonly DdlPaths paths;
    private readonly string schema;
    private readonly Relation table;
    private readonly string name;
    private readonly string alter;
    private readonly InheritedColumns inherited;
    private readonly HashSet<string> lateDefaults;
    private readonly HashSet<string> lateChecks;

    /// <summary>The parts of a table.</summary>
    /// <param name="paths">Finds what is referred to.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="table">The table.</param>
    /// <param name="circle">The paths of those that the table needs and that need it; null for none.</param>
    public TableParts(DdlPaths paths, string schema, Relation table, IReadOnlySet<ValueList<string>>? circle = null)
    {
        (this.paths, this.schema, this.table) = (paths, schema, table);
        name = SqlText.Name(schema, table.Name);
        alter = TableSql.AlterOnly(schema, table);
        inherited = new InheritedColumns(paths, table);
        bool IsInCircle(IEnumerable<ObjectReference> references) => circle is not null && paths.Needs(references).Any(circle.Contains);
        lateDefaults = [.. table.Columns.Where(column => column.Default is not null && IsInCircle(column.DependsOn)).Select(column => column.Name)];
        lateChecks = [.. table.CheckConstraints.Where(check => IsInCircle(check.DependsOn)).Select(check => check.Name)];
    }

    /// <summary>What the parts that are made with the table refer to.</summary>
    public IEnumerable<ObjectReference> References() =>
    [
        .. table.OfType is null ? [] : (IEnumerable<ObjectReference>)[table.OfType],
        .. table.Columns.SelectMany(column => lateDefaults.Contains(column.Name) ? TypeOf(column) : column.DependsOn),
        .. Checks.SelectMany(check => check.DependsOn),
    ];

    /// <summary>The statements that make the table: one, but for a table that inherits in a way of its own.</summary>
    public IEnumerable<string> Create()
    {
        var checks = Checks.Where(check => !check.NotValid);
        return inherited.AreMadeByInherits
            ? [Create(inherited.Own, checks, table.Inherits.Select(parent => SqlText.Name(parent.Schema!, parent.Name)))]
            : new ReorderedChild(schema, table, inherited.Parents).Statements(
                (columns, parent) => Create(columns, [], [parent]), column => ColumnSql.Definition(Inline(column), NotNull(column)), checks);
    }

    private string Create(IEnumerable<Column> columns, IEnumerable<Constraint> checks, IEnumerable<string> parents)
    {
        var ofType = table.OfType is null ? "" : $" OF {SqlText.Name(table.OfType.Schema!, table.OfType.Name)}";
        string[] elements =
        [
            .. columns.Select(column => table.OfType is null ? ColumnSql.Definition(Inline(column), NotNull(column)) : OfType(column)).OfType<string>(),
            .. checks.Select(ConstraintSql.Definition),
        ];
        var list = elements.Length > 0 ? $" (\n    {string.Join(",\n    ", elements)}\n)" : table.OfType is null ? " (\n)" : "";
        var inherits = string.Join(", ", parents) is { Length: > 0 } names ? $"\nINHERITS ({names})" : "";
        var partitioned = table.PartitionKey is null ? "" : $"\nPARTITION BY {table.PartitionKey}";
        var server = table.Server is null ? "" : $"\nSERVER {SqlText.Name(table.Server)}";
        var options = table.ForeignOptions is null ? "" : $"\nOPTIONS ({table.ForeignOptions})";
        return $"CREATE {(table.Unlogged ? "UNLOGGED " : "")}{TableSql.Word(table)} {name}{ofType}{list}{inherits}{partitioned}{server}{options}{TableSql.StorageClauses(table)}";
    }

    /// <summary>The statements for what <c>CREATE TABLE</c> has no place for.</summary>
    public IEnumerable<string> Statements() =>
    [
        .. Checks.Where(check => check.NotValid).Select(Add),
        .. inherited.AreMadeByInherits ? inherited.Differences(alter) : [],
        .. table.NotNullConstraints.Where(constraint => constraint.NotValid && !constraint.Inherited).Select(Add),
        .. table.Columns.SelectMany(column => TableSql.Settings(alter, column)),
        .. table.ReplicaIdentity is "full" or "nothing" ? (IEnumerable<string>)[$"{alter} REPLICA IDENTITY {table.ReplicaIdentity.ToUpperInvariant()}"] : [],
        .. table.RowSecurity ? (IEnumerable<string>)[$"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY"] : [],
        .. table.ForceRowSecurity ? (IEnumerable<string>)[$"ALTER TABLE {name} FORCE ROW LEVEL SECURITY"] : [],
    ];

    /// <summary>The comments on checks and not-null constraints, inherited ones among them.</summary>
    public IEnumerable<string> ConstraintComments() =>
        table.CheckConstraints.Where(check => !lateChecks.Contains(check.Name)).Concat(table.NotNullConstraints).SelectMany(Comment);

    /// <summary>The parts that are made later.</summary>
    public IEnumerable<DdlObject> Late() =>
    [
        .. table.Columns.Where(column => lateDefaults.Contains(column.Name)).Select(LateDefault),
        .. table.CheckConstraints.Where(check => lateChecks.Contains(check.Name) && IsOwn(check)).Select(LateCheck),
    ];

    private IEnumerable<Constraint> Checks => table.CheckConstraints.Where(check => IsOwn(check) && !lateChecks.Contains(check.Name));

    /// <summary>A partition has to have its parent's checks before it is attached; a table that inherits gets them.</summary>
    private bool IsOwn(Constraint check) => !check.Inherited || table.PartitionOf is not null;

    private string Add(Constraint constraint) => $"{alter}\n    ADD {ConstraintSql.Definition(constraint)}";

    private IEnumerable<string> Comment(Constraint constraint) => CommentSql.IfAny($"CONSTRAINT {SqlText.Name(constraint.Name)} ON {name}", constraint.Comment);

    private Constraint? NotNull(Column column) => table.NotNullConstraints.FirstOrDefault(constraint => constraint.Columns.Contains(column.Name));

    /// <summary>The type is as the table's type has it; null where there is nothing to add.</summary>
    private string? OfType(Column column)
    {
        var clauses = ColumnSql.Clauses(Inline(column), NotNull(column));
        return clauses.Length == 0 ? null : $"{SqlText.Name(column.Name)} WITH OPTIONS{clauses}";
    }

    /// <summary>Since PostgreSQL 17 a partition shares its parent's identity, which it gets when it is attached.</summary>
    private Column Inline(Column column)
    {
        var isShared = column.Identity is not null && table.PartitionOf is { } parent
            && paths.Relation(parent)?.Columns.Any(other => other.Name == column.Name && other.Identity is not null) == true;
        return column with
        {
            Default = lateDefaults.Contains(column.Name) ? null : column.Default,
            Identity = isShared ? null : column.Identity,
        };
    }

    /// <summary>A column's dependencies are those of its type and of its default; without the default those on types remain.</summary>
    private static IEnumerable<ObjectReference> TypeOf(Column column) =>
        column.DependsOn.Where(reference => reference.Kind is not ("function" or "procedure" or "aggregate" or "window function" or "sequence" or "operator"));

    private DdlObject LateDefault(Column column) => new()
    {
        Path = DdlPaths.Part(PathOf, "columns", column.Name, "default"),
        Kind = "default",
        Name = $"{name}.{SqlText.Name(column.Name)}",
        Record = column,
        Group = DdlGroup.Table,
        Create = [$"{alter} ALTER COLUMN {SqlText.Name(column.Name)} SET DEFAULT {column.Default}"],
        Drop = $"{alter} ALTER COLUMN {SqlText.Name(column.Name)} DROP DEFAULT",
        Owner = PathOf,
        Needs = paths.Needs(column.DependsOn, [PathOf]),
    };

    private DdlObject LateCheck(Constraint check) => new()
    {
        Path = DdlPaths.Part(PathOf, "check_constraints", check.Name),
        Kind = "check constraint",
        Name = $"{SqlText.Name(check.Name)} on {name}",
        Record = check,
        Group = DdlGroup.Table,
        Create = [Add(check), .. Comment(check)],
        Drop = $"{alter} DROP CONSTRAINT {SqlText.Name(check.Name)}",
        Owner = PathOf,
        Needs = paths.Needs(check.DependsOn, [PathOf]),
    };

    private ValueList<string> PathOf => DdlPaths.Part(DdlPaths.Schema(schema), "tables", table.Name);
}
