namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Writes the method that makes the database's own types known to Npgsql.</summary>
internal static class TypeMappingRenderer
{
    /// <summary>The file; null where there is nothing to make known, or nobody to make it known to.</summary>
    public static ModelFile? Render(ModelSet models)
    {
        if (!models.Options.HasNpgsql || models.Enums.Count + models.Composites.Count + models.Ranges.Count == 0)
        {
            return null;
        }

        var file = new CodeFile(models.Names, models.Options.Namespace, models.Options.Namespace);
        file.Use("Npgsql.TypeMapping");
        XmlDoc.Write(file.Body, "summary", ["The types of the database's own."]);
        file.Body.Block($"public static partial class {ReservedNames.TypeMapping}", () =>
        {
            WriteMapping(file, models);
            if (models.Options.Flavour == ModelFlavour.EntityFramework)
            {
                file.Body.Gap();
                WriteContextMapping(file, models);
            }
        });
        return new($"{ReservedNames.TypeMapping}.g.cs", file.ToString());
    }

    private static void WriteMapping(CodeFile file, ModelSet models)
    {
        XmlDoc.Write(file.Body, "summary", ["Makes the types known to a data source: <c>new NpgsqlDataSourceBuilder(connectionString).MapModelTypes()</c>."]);
        file.Body.Line("public static TMapper MapModelTypes<TMapper>(this TMapper mapper)");
        file.Body.Indented(() => file.Body.Line("where TMapper : INpgsqlTypeMapper"));
        file.Body.Line("{");
        file.Body.Indented(() =>
        {
            foreach (var model in models.Enums)
            {
                file.Body.Line($"mapper.MapEnum<{file.TypeName(model.Type)}>({CSharpLiteral.Of(model.Key.ToString())});");
            }

            foreach (var model in models.Composites)
            {
                file.Body.Line($"mapper.MapComposite<{file.TypeName(model.Type)}>({CSharpLiteral.Of(model.Key.ToString())});");
            }

            if (models.Ranges.Count > 0)
            {
                file.Body.Line($"mapper.EnableUnmappedTypes(); // {XmlDoc.Line(string.Join(", ", models.Ranges.Select(range => range.Key)))}");
            }

            file.Body.Line("return mapper;");
        });
        file.Body.Line("}");
    }

    private static void WriteContextMapping(CodeFile file, ModelSet models)
    {
        file.Use("Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure");
        XmlDoc.Write(file.Body, "summary", ["Makes the types known to a context: <c>options.UseNpgsql(connectionString, npgsql =&gt; npgsql.MapModelTypes())</c>."]);
        file.Body.Block("public static NpgsqlDbContextOptionsBuilder MapModelTypes(this NpgsqlDbContextOptionsBuilder options)", () =>
        {
            foreach (var model in models.Enums)
            {
                file.Body.Line($"options.MapEnum<{file.TypeName(model.Type)}>({Names(model.Key)});");
            }

            foreach (var (key, range, subtype) in models.Ranges)
            {
                file.Body.Line($"options.MapRange<{file.TypeName(subtype)}>({Names(key)}, {CSharpLiteral.Of(range.Subtype)});");
            }

            if (models.Ranges.Count > 0)
            {
                file.Body.Line("options.ConfigureDataSource(source => source.EnableUnmappedTypes());");
            }

            file.Body.Line("return options;");
        });
    }

    private static string Names(RelationKey key) => $"{CSharpLiteral.Of(key.Name)}, {CSharpLiteral.Of(key.Schema)}";
}
