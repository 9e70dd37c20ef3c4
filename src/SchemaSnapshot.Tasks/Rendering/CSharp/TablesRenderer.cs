using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Writes the constants for the names of schemas, relations and columns: <c>Tables.Sales.Orders.Columns.CustomerId</c>.</summary>
internal static class TablesRenderer
{
    private const string Columns = "Columns";

    /// <summary>The constants of all models.</summary>
    public static ModelFile Render(ModelSet models)
    {
        var file = new CodeFile(models.Names, models.Options.Namespace, models.Options.Namespace);
        XmlDoc.Write(file.Body, "summary", ["The names of schemas, tables and columns, as they stand in the database."]);
        file.Body.Block($"public static partial class {ReservedNames.Tables}", () =>
        {
            foreach (var schema in models.Relations.GroupBy(relation => relation.Key.Schema))
            {
                var name = models.Names.Schema(schema.Key);
                file.Body.Gap();
                XmlDoc.Write(file.Body, "summary", [$"Schema {XmlDoc.Code(schema.Key)}."]);
                file.Body.Block($"public static partial class {name}", () => WriteSchema(file, schema.Key, name, [.. schema]));
            }
        });
        return new($"{ReservedNames.Tables}.g.cs", file.ToString());
    }

    private static void WriteSchema(CodeFile file, string schema, string name, IReadOnlyCollection<ModelRelation> relations)
    {
        WriteConstant(file, "The name of the schema.", "Schema", schema);
        var wishes = relations.Select(relation => new WantedName(relation.Key.Name, relation.Type.Name, null)).ToList();
        var names = NameClashes.Resolve(wishes, [.. ReservedNames.Members, name, "Schema"], $"the constants of schema {schema}", "Table");
        foreach (var relation in relations)
        {
            file.Body.Gap();
            XmlDoc.Write(file.Body, "summary", [$"{Words.Capital(relation.Kind)} {XmlDoc.Code(relation.Key.ToString())}."]);
            ObsoleteAttribute.Write(file, relation.Obsolete);
            file.Body.Block($"public static partial class {names[relation.Key.Name]}", () => WriteRelation(file, relation));
        }
    }

    private static void WriteRelation(CodeFile file, ModelRelation relation)
    {
        WriteConstant(file, "The name without the schema.", "Name", relation.Key.Name);
        WriteConstant(file, "The name with the schema, as it is written in SQL.", "QualifiedName", $"{Quote(relation.Key.Schema)}.{Quote(relation.Key.Name)}");
        file.Body.Gap();
        XmlDoc.Write(file.Body, "summary", ["The names of the columns."]);
        file.Body.Block($"public static partial class {Columns}", () => WriteColumns(file, relation.Members));
    }

    private static void WriteColumns(CodeFile file, ValueList<ModelMember> members)
    {
        var wishes = members.Select(member => new WantedName(member.Column.Name, member.Name, null)).ToList();
        var names = NameClashes.Resolve(wishes, [.. ReservedNames.Members, Columns], "the constants of columns", "Column");
        foreach (var member in members)
        {
            WriteConstant(file, $"Column {XmlDoc.Code(member.Column.Name)}.", names[member.Column.Name], member.Column.Name, member.Obsolete);
        }
    }

    private static void WriteConstant(CodeFile file, string summary, string name, string value, string? obsolete = null)
    {
        file.Body.Gap();
        XmlDoc.Write(file.Body, "summary", [summary]);
        ObsoleteAttribute.Write(file, obsolete);
        file.Body.Line($"public const string {name} = {CSharpLiteral.Of(value)};");
    }

    // Quotation marks never harm, and reserved words need them.
    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
