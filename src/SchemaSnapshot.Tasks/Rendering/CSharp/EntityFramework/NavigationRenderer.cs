namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Writes the navigations of an entity.</summary>
internal static class NavigationRenderer
{
    /// <summary>Those from its rows, then those to them.</summary>
    public static void Render(CodeFile file, Relationships relationships, ModelRelation relation)
    {
        foreach (var relationship in relationships.From(relation))
        {
            file.Body.Gap();
            XmlDoc.Write(file.Body, "summary", [$"What {XmlDoc.Code(string.Join(", ", relationship.Key.Columns))} refers to, by {XmlDoc.Code(relationship.Key.Name)}."]);
            Write(file, relationship.Principal, relationship.Reference, isOptional: relationship.IsOptional);
        }

        foreach (var relationship in relationships.To(relation))
        {
            file.Body.Gap();
            XmlDoc.Write(file.Body, "summary", [$"What refers to it from {XmlDoc.Code(relationship.Dependent.Key.ToString())}, by {XmlDoc.Code(relationship.Key.Name)}."]);
            if (relationship.IsOne)
            {
                Write(file, relationship.Dependent, relationship.Inverse!, isOptional: true);
                continue;
            }

            var type = file.TypeName(relationship.Dependent.Type);
            file.Use("System.Collections.Generic");
            file.Body.Line($"public virtual ICollection<{type}> {relationship.Inverse} {{ get; set; }} = [];");
        }
    }

    private static void Write(CodeFile file, ModelRelation target, string name, bool isOptional) =>
        file.Body.Line($"public virtual {file.TypeName(target.Type)}{(isOptional ? "?" : "")} {name} {{ get; set; }}{(isOptional ? "" : " = null!;")}");
}
