using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Makes views and materialized views, without their indexes.</summary>
internal sealed class ViewObjects(DdlPaths paths, KeyNeeds keys, Schema schema)
{
    private readonly ValueList<string> owner = DdlPaths.Schema(schema.Name);

    /// <summary>The views of the schema.</summary>
    public IEnumerable<DdlDraft> All() =>
    [
        .. schema.Views.Select(View),
        .. schema.MaterializedViews.Select(view => new DdlDraft(MaterializedView(view))),
    ];

    private DdlDraft View(Relation view)
    {
        string[] settings = [.. ViewSql.Defaults(schema.Name, view), .. TableSql.Comments(schema.Name, view)];
        var whole = Make(view, [ViewSql.Create(schema.Name, view), .. settings]);
        // First with the same columns and any query, which needs their types alone; then with its own.
        var dummy = whole with { Create = [ViewSql.CreateDummy(schema.Name, view)], Needs = paths.Needs(Types(view), [owner]) };
        var query = whole with
        {
            Path = DdlPaths.Part(whole.Path, "definition"),
            Create = [ViewSql.Create(schema.Name, view, replace: true), .. settings],
            Drop = null,
            Owner = whole.Path,
            Needs = [whole.Path, .. whole.Needs],
        };
        return new DdlDraft(whole) { Split = _ => new DdlSplit([dummy, query]) };
    }

    private DdlObject MaterializedView(Relation view)
    {
        var alter = TableSql.AlterOnly(schema.Name, view);
        return Make(view,
        [
            ViewSql.CreateMaterialized(schema.Name, view),
            .. view.Columns.SelectMany(column => TableSql.Settings(alter, column)),
            .. TableSql.Comments(schema.Name, view),
        ]);
    }

    private DdlObject Make(Relation view, ValueList<string> create)
    {
        var name = SqlText.Name(schema.Name, view.Name);
        ObjectReference[] needs = [.. view.DependsOn, .. view.Columns.SelectMany(column => column.DependsOn)];
        return new DdlObject
        {
            Path = DdlPaths.Part(owner, DdlPaths.KeyOf(view), view.Name),
            Kind = TableSql.Kind(view),
            Name = name,
            Record = view,
            Group = DdlGroup.View,
            Create = create,
            Drop = $"DROP {TableSql.Word(view)} {name}",
            Owner = owner,
            Needs = paths.Needs(needs, [owner, .. keys.Of(view.Definition!, view.DependsOn)]),
        };
    }

    private static IEnumerable<ObjectReference> Types(Relation view) =>
        view.Columns.SelectMany(column => column.DependsOn)
            .Where(reference => reference.Kind is "enum" or "domain" or "composite type" or "range type" or "table" or "extension" or "collation");
}
