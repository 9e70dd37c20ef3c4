using System.Globalization;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Writes the types of rows, as records or classes: of relations, and of composite types.</summary>
internal sealed class RowTypeRenderer(ModelSet models)
{
    private const string Annotations = "System.ComponentModel.DataAnnotations";
    private const string SchemaAnnotations = "System.ComponentModel.DataAnnotations.Schema";

    private bool IsRecord => models.Options.Flavour == ModelFlavour.Records;

    // Where Entity Framework has the whole configuration, attributes would only repeat it.
    private bool NamesColumns => models.Options.Flavour != ModelFlavour.EntityFramework;

    private string Keyword => IsRecord ? "record" : "class";

    /// <summary>The type of a relation's rows.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="more">Writes members of another kind behind the columns.</param>
    public ModelFile Relation(ModelRelation relation, Action<CodeFile>? more = null)
    {
        var file = FileOf(relation.Type);
        var checks = relation.Relation.CheckConstraints.Where(check => check.Columns.Count != 1);
        Describe.Type(file.Body, relation.Relation.Comment, relation.Kind, relation.Key, checks);
        if (NamesColumns)
        {
            file.Use(SchemaAnnotations);
            file.Body.Line($"[Table({CSharpLiteral.Of(relation.Key.Name)}, Schema = {CSharpLiteral.Of(relation.Key.Schema)})]");
        }

        ObsoleteAttribute.Write(file, relation.Obsolete);
        WriteType(file, relation.Type, "Column", relation.Members, member => WriteAttributes(file, member), more);
        return new($"{FileName(relation.Key.Schema, relation.Type.Name)}.g.cs", file.ToString());
    }

    /// <summary>The type of a composite type's values.</summary>
    public ModelFile Composite(ModelComposite composite)
    {
        var file = FileOf(composite.Type);
        Describe.Type(file.Body, composite.Composite.Comment, "composite type", composite.Key, []);
        ObsoleteAttribute.Write(file, composite.Obsolete);
        WriteType(file, composite.Type, "Attribute", composite.Members, member => PgNames.Write(file, models.Options, member.Column.Name, member.Name), null);
        return new($"{FileName(composite.Key.Schema, composite.Type.Name)}.g.cs", file.ToString());
    }

    /// <summary>The name of a type's file without its end: capitals do not tell names apart, so it is one on every machine.</summary>
    public string FileName(string schema, string type) => $"{models.Names.Schema(schema)}.{type}";

    private CodeFile FileOf(CSharpType type) => new(models.Names, models.Options.Namespace, type.Namespace!);

    private void WriteType(CodeFile file, CSharpType type, string kind, ValueList<ModelMember> members, Action<ModelMember> writeAttributes, Action<CodeFile>? more) =>
        file.Body.Block($"public partial {Keyword} {type.Name}", () =>
        {
            foreach (var member in members)
            {
                file.Body.Gap();
                Describe.Member(file.Body, kind, member);
                writeAttributes(member);
                ObsoleteAttribute.Write(file, member.Obsolete);
                file.Body.Line(Declaration(file, member, members.Select(other => other.Name)));
            }

            more?.Invoke(file);
        });

    private void WriteAttributes(CodeFile file, ModelMember member)
    {
        if (member.IsKey)
        {
            file.Use(Annotations);
            file.Body.Line("[Key]");
        }

        if (NamesColumns)
        {
            file.Body.Line($"[Column({CSharpLiteral.Of(member.Column.Name)})]");
        }

        if (member.Type.MaxLength is { } length)
        {
            file.Use(Annotations);
            file.Body.Line(string.Create(CultureInfo.InvariantCulture, $"[MaxLength({length})]"));
        }
    }

    private string Declaration(CodeFile file, ModelMember member, IEnumerable<string> members)
    {
        var type = $"{file.TypeName(member.Type.CSharp)}{(member.IsNullable ? "?" : "")}";
        var initial = member switch
        {
            { IsRequired: true } or { IsNullable: true } => "",
            { Initial: { Enum: { } found } value } => $" = {file.InExpression(found, members)}.{value.Text};",
            { Initial: { } value } => $" = {value.Text};",
            { Type.CSharp.IsValueType: false } => " = null!;",
            _ => "",
        };
        return $"public {(member.IsRequired ? "required " : "")}{type} {member.Name} {{ get; {(IsRecord ? "init" : "set")}; }}{initial}";
    }
}
