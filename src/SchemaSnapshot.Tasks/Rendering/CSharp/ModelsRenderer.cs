using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Makes C# of a snapshot.</summary>
internal static class ModelsRenderer
{
    /// <summary>The files, in ordinal order. What comes out depends on the snapshot's schema and the options alone.</summary>
    /// <exception cref="SnapshotException">The project gives names that cannot be, or lacks the driver that the types need.</exception>
    public static IReadOnlyList<ModelFile> Render(DatabaseSnapshot snapshot, ModelOptions options)
    {
        var models = ModelBuilder.Build(snapshot, options);
        RequireNpgsql(models);
        return [.. Files(models).OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<ModelFile> Files(ModelSet models)
    {
        var rows = new RowTypeRenderer(models);
        var relations = models.Options.Flavour == ModelFlavour.EntityFramework
            ? EntityFrameworkRenderer.Render(models, rows)
            : models.Relations.Select(relation => rows.Relation(relation));
        var files = relations
            .Concat(models.Composites.Select(rows.Composite))
            .Concat(models.Enums.Select(model => EnumRenderer.Render(models, model)));
        return TypeMappingRenderer.Render(models) is { } mapping
            ? [.. files, TablesRenderer.Render(models), mapping]
            : [.. files, TablesRenderer.Render(models)];
    }

    private static void RequireNpgsql(ModelSet models)
    {
        var members = models.Relations.SelectMany(relation => relation.Members.Select(member => (relation.Key, member)))
            .Concat(models.Composites.SelectMany(composite => composite.Members.Select(member => (composite.Key, member))));
        var needy = members.FirstOrDefault(item => item.member.Type.CSharp.IsOf(BuiltInTypes.Npgsql));
        if (needy.member is { } found && !models.Options.HasNpgsql)
        {
            throw new SnapshotException(Rules.ModelsNeedPackage.At(
                $"{needy.Key}.{found.Column.Name} is of type {found.Column.Type}, for which the models need the package Npgsql. Add it to the project, or leave the table out with SchemaSnapshotModelsExcludeTables."));
        }
    }
}
