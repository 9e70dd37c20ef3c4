using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Renames;

/// <summary>Gives a snapshot, in which an object has its new name already, the new name wherever the object is mentioned.</summary>
/// <param name="path">The path of the object by its old name.</param>
/// <param name="kind">What it is.</param>
/// <param name="old">The old name.</param>
/// <param name="now">The new name.</param>
internal sealed class RenamedNames(ValueList<string> path, string kind, string old, string now)
{
    /// <summary>The snapshot with the new name everywhere.</summary>
    public DatabaseSnapshot Apply(DatabaseSnapshot snapshot) => path switch
    {
        ["schemas", _] => InReferences(InTexts(snapshot, SchemaName)),
        ["schemas", var schema, _, _] => Routine(InReferences(InTexts(snapshot, (name, before) => QualifiedName(schema, name, before)))),
        ["schemas", var schema, _, var relation, "columns", _] => InRelations(snapshot, (owner, item) => Column(owner.Name == schema && item.Name == relation, schema, relation, item)),
        ["schemas", var schema, _, var relation, .., _] => InRelations(snapshot, (owner, item) => owner.Name == schema && item.Name == relation ? Part(item) : item),
        _ => snapshot,
    };

    private static DatabaseSnapshot InTexts(DatabaseSnapshot snapshot, Func<string, IReadOnlyList<string>, string?> replace) =>
        new TextRewriter(text => SqlWords.Replace(text, replace)).Apply(snapshot);

    private static DatabaseSnapshot InRelations(DatabaseSnapshot snapshot, Func<Schema, Relation, Relation> change) => snapshot with
    {
        Schemas = snapshot.Schemas.Select(schema => schema with
        {
            Tables = schema.Tables.Select(item => change(schema, item)).ToValueList(),
            Views = schema.Views.Select(item => change(schema, item)).ToValueList(),
            MaterializedViews = schema.MaterializedViews.Select(item => change(schema, item)).ToValueList(),
        }).ToValueList(),
    };

    // A schema's name stands before a point, and no point before it. What follows is not known yet, but hardly is anything else.
    private string? SchemaName(string name, IReadOnlyList<string> before) => name == old && before is not [.., "."] ? SqlText.Name(now) : null;

    private string? QualifiedName(string schema, string name, IReadOnlyList<string> before) =>
        name == RenameStatement.NameOf(old) && (before is [.., var owner, "."] ? SqlWords.NameOf(owner) == schema : kind is "table" or "view" or "materialized view")
            ? SqlText.Name(RenameStatement.NameOf(now))
            : null;

    private DatabaseSnapshot InReferences(DatabaseSnapshot snapshot)
    {
        ObjectReference? Change(ObjectReference? reference) => reference switch
        {
            { Schema: { } schema } when path.Count == 2 && schema == old => reference with { Schema = now },
            { Schema: { } schema, Name: { } name } when path.Count == 4 && schema == path[1] && name == old => reference with { Name = now },
            _ => reference,
        };
        return new ReferenceRewriter(Change, key => path.Count == 2
            ? key.ForeignSchema == old ? key with { ForeignSchema = now } : key
            : key.ForeignSchema == path[1] && key.ForeignTable == old ? key with { ForeignTable = now } : key).Apply(snapshot);
    }

    private DatabaseSnapshot Routine(DatabaseSnapshot snapshot)
    {
        Routine Named(Routine routine) => routine.Signature == now ? routine with { Name = RenameStatement.NameOf(now) } : routine;
        return path[2] is not ("functions" or "procedures" or "aggregates" or "window_functions") ? snapshot : snapshot with
        {
            Schemas = snapshot.Schemas.Select(schema => schema.Name != path[1] ? schema : schema with
            {
                Functions = schema.Functions.Select(Named).ToValueList(),
                Procedures = schema.Procedures.Select(Named).ToValueList(),
                Aggregates = schema.Aggregates.Select(Named).ToValueList(),
                WindowFunctions = schema.WindowFunctions.Select(Named).ToValueList(),
            }).ToValueList(),
        };
    }

    private Relation Column(bool isOwner, string schema, string relation, Relation item)
    {
        string Name(string name) => name == old ? now : name;
        ValueList<string> Names(ValueList<string> names) => names.Select(Name).ToValueList();
        if (isOwner)
        {
            item = Rewritten(item) with
            {
                Indexes = item.Indexes.Select(index => Rewritten(index, IndexShape.Index) with
                {
                    Keys = index.Keys.Select(key => Rewritten(key with { Column = key.Column is null ? null : Name(key.Column) })).ToValueList(),
                    Include = Names(index.Include),
                }).ToValueList(),
                PrimaryKey = item.PrimaryKey is { } primary ? Constraint(primary) : null,
                UniqueConstraints = item.UniqueConstraints.Select(Constraint).ToValueList(),
                CheckConstraints = item.CheckConstraints.Select(Constraint).ToValueList(),
                ExclusionConstraints = item.ExclusionConstraints.Select(Constraint).ToValueList(),
                NotNullConstraints = item.NotNullConstraints.Select(Constraint).ToValueList(),
                ForeignKeys = item.ForeignKeys.Select(key => Rewritten(key, ConstraintShapes.ForeignKey) with { Columns = Names(key.Columns), OnDeleteColumns = Names(key.OnDeleteColumns) }).ToValueList(),
            };
        }

        bool References(ForeignKey key) => key.ForeignSchema == schema && key.ForeignTable == relation;
        item = item with
        {
            ForeignKeys = item.ForeignKeys.Select(key => References(key) ? Rewritten(key, ConstraintShapes.ForeignKey) with { ForeignColumns = Names(key.ForeignColumns) } : key).ToValueList(),
        };
        return !isOwner && item.DependsOn.Any(need => need.Schema == schema && need.Name == relation) && item.Definition is { } query
            ? item with { Definition = SqlWords.Replace(query, Token) }
            : item;

        Constraint Constraint(Constraint constraint) =>
            Rewritten(constraint, ConstraintShapes.Check) with { Columns = Names(constraint.Columns), Include = Names(constraint.Include) };
    }

    private string? Token(string name, IReadOnlyList<string> before) => name == old ? SqlText.Name(now) : null;

    private T Rewritten<T>(T record, Shape<T> shape)
        where T : class => new TextRewriter(text => SqlWords.Replace(text, Token)).Apply(record, shape);

    private IndexKey Rewritten(IndexKey key) => key with { Expression = key.Expression is null ? null : SqlWords.Replace(key.Expression, Token) };

    private Relation Rewritten(Relation relation) => relation with
    {
        Columns = relation.Columns.Select(column => column with { Generated = column.Generated is null ? null : SqlWords.Replace(column.Generated, Token) }).ToValueList(),
        PartitionKey = relation.PartitionKey is null ? null : SqlWords.Replace(relation.PartitionKey, Token),
        Objects = relation.Objects.Select(item => item with { Definition = SqlWords.Replace(item.Definition, Token) }).ToValueList(),
    };

    // Indexes, constraints, triggers and policies stand by their names in their own definitions.
    private Relation Part(Relation relation) => relation with
    {
        Indexes = relation.Indexes.Select(index => index.Name == now ? index with { Definition = SqlWords.Replace(index.Definition, Token) } : index).ToValueList(),
        Objects = relation.Objects.Select(item => item.Name == now ? item with { Definition = SqlWords.Replace(item.Definition, Token) } : item).ToValueList(),
        ReplicaIdentity = relation.ReplicaIdentity == $"index {old}" ? $"index {now}" : relation.ReplicaIdentity,
        ClusteredOn = relation.ClusteredOn == old ? now : relation.ClusteredOn,
    };
}
