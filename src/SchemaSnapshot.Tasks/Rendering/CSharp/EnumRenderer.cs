namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Writes enums.</summary>
internal static class EnumRenderer
{
    /// <summary>The enum of an enum type. Its members are in the order in which PostgreSQL sorts the labels.</summary>
    public static ModelFile Render(ModelSet models, ModelEnum model)
    {
        var file = new CodeFile(models.Names, models.Options.Namespace, model.Type.Namespace!);
        Describe.Type(file.Body, model.Enum.Comment, "enum", model.Key, []);
        ObsoleteAttribute.Write(file, model.Obsolete);
        file.Body.Block($"public enum {model.Type.Name}", () =>
        {
            foreach (var label in model.Enum.Labels)
            {
                file.Body.Gap();
                XmlDoc.Write(file.Body, "summary", [$"Label {XmlDoc.Code(label)}."]);
                PgNames.Write(file, models.Options, label, model.Names[label]);
                file.Body.Line($"{model.Names[label]},");
            }
        });
        return new($"{models.Names.Schema(model.Key.Schema)}.{model.Type.Name}.g.cs", file.ToString());
    }
}
