using System.Globalization;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Writes the context itself: its sets, and the model put together.</summary>
internal static class ContextRenderer
{
    /// <summary>The file.</summary>
    /// <param name="models">The models.</param>
    /// <param name="methods">The methods that configure the entities.</param>
    public static ModelFile Render(ModelSet models, IReadOnlyDictionary<RelationKey, string> methods)
    {
        var context = models.Options.Context;
        var file = new CodeFile(models.Names, models.Options.Namespace, models.Options.Namespace);
        file.Use("Microsoft.EntityFrameworkCore");
        file.Use("Microsoft.EntityFrameworkCore.Metadata.Conventions");
        file.Use("System");
        XmlDoc.Write(file.Body, "summary", ["The database. What is to be added to its model goes into <c>OnModelCreatingPartial</c>."]);
        file.Body.Block($"public partial class {context} : DbContext", () =>
        {
            XmlDoc.Write(file.Body, "summary", ["A context with options."]);
            file.Body.Line($"public {context}(DbContextOptions<{context}> options)");
            file.Body.Indented(() => file.Body.Line(": base(options)"));
            file.Body.Line("{");
            file.Body.Line("}");
            WriteSets(file, models);
            WriteConventions(file);
            WriteModel(file, models, methods);
            file.Body.Gap();
            file.Body.Line("partial void OnModelCreatingPartial(ModelBuilder modelBuilder);");
        });
        return new($"{context}.g.cs", file.ToString());
    }

    private static void WriteSets(CodeFile file, ModelSet models)
    {
        var several = models.Relations.GroupBy(relation => relation.Type.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var wishes = models.Relations.Select(relation => new WantedName(
            relation.Key.ToString(), several.Contains(relation.Type.Name) && relation.Key.Schema != ModelNames.RootSchema ? $"{models.Names.Schema(relation.Key.Schema)}{relation.Type.Name}" : relation.Type.Name, null)).ToList();
        var names = NameClashes.Resolve(wishes, [models.Options.Context, .. ReservedNames.Context], models.Options.Context, "Set");
        foreach (var relation in models.Relations)
        {
            var type = file.TypeName(relation.Type);
            file.Body.Gap();
            XmlDoc.Write(file.Body, "summary", [$"{Words.Capital(relation.Kind)} {XmlDoc.Code(relation.Key.ToString())}."]);
            ObsoleteAttribute.Write(file, relation.Obsolete);
            file.Body.Line($"public virtual DbSet<{type}> {names[relation.Key.ToString()]} => Set<{type}>();");
        }
    }

    private static void WriteConventions(CodeFile file)
    {
        file.Body.Gap();
        file.Body.Line("/// <inheritdoc/>");
        file.Body.Block("protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)", () =>
        {
            file.Body.Line("ArgumentNullException.ThrowIfNull(configurationBuilder);");
            file.Body.Line("configurationBuilder.Conventions.Remove(typeof(ForeignKeyIndexConvention)); // the indexes are those of the database");
        });
    }

    private static void WriteModel(CodeFile file, ModelSet models, IReadOnlyDictionary<RelationKey, string> methods)
    {
        file.Body.Gap();
        file.Body.Line("/// <inheritdoc/>");
        file.Body.Block("protected override void OnModelCreating(ModelBuilder modelBuilder)", () =>
        {
            file.Body.Line("ArgumentNullException.ThrowIfNull(modelBuilder);");
            foreach (var schema in models.Snapshot.Schemas.Where(schema => models.Relations.Any(relation => relation.Key.Schema == schema.Name)))
            {
                schema.Sequences.Where(sequence => sequence.OwnedBy is null).ToList().ForEach(sequence => file.Body.Line(Sequence(schema.Name, sequence)));
            }

            foreach (var relation in models.Relations)
            {
                file.Body.Line($"{methods[relation.Key]}(modelBuilder.Entity<{file.TypeName(relation.Type)}>());");
            }

            file.Body.Line("OnModelCreatingPartial(modelBuilder);");
        });
    }

    private static string Sequence(string schema, Sequence sequence)
    {
        var type = sequence.Type switch { "smallint" => "short", "integer" => "int", _ => "long" };
        var call = $"modelBuilder.HasSequence<{type}>({CSharpLiteral.Of(sequence.Name)}, {CSharpLiteral.Of(schema)})";
        var numbers = string.Create(CultureInfo.InvariantCulture, $".StartsAt({sequence.Start}).IncrementsBy({sequence.Increment}).HasMin({sequence.Minimum}).HasMax({sequence.Maximum})");
        return $"{call}{numbers}{(sequence.Cycle ? ".IsCyclic()" : "")};";
    }
}
