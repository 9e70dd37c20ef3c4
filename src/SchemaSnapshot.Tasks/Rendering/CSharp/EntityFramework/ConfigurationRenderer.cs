using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Writes the part of the context that configures one entity.</summary>
internal sealed class ConfigurationRenderer(ModelSet models, Relationships relationships)
{
    private readonly PropertyConfiguration properties = new(models);

    /// <summary>The part, with a method of a given name.</summary>
    public ModelFile Render(ModelRelation relation, string method)
    {
        var file = new CodeFile(models.Names, models.Options.Namespace, models.Options.Namespace);
        file.Use("Microsoft.EntityFrameworkCore");
        file.Use("Microsoft.EntityFrameworkCore.Metadata.Builders");
        file.Body.Block($"public partial class {models.Options.Context}", () =>
        {
            XmlDoc.Write(file.Body, "summary", [$"Configures {XmlDoc.Code(relation.Key.ToString())}."]);
            file.Body.Block($"private static void {method}(EntityTypeBuilder<{file.TypeName(relation.Type)}> entity)", () => Write(file, relation));
        });
        return new($"{models.Options.Context}.{models.Names.Schema(relation.Key.Schema)}.{relation.Type.Name}.g.cs", file.ToString());
    }

    private void Write(CodeFile file, ModelRelation relation)
    {
        WriteTable(file, relation);
        WriteKey(file, relation);
        foreach (var member in relation.Members)
        {
            file.Body.Gap();
            if (EntityKeys.IsProperty(models, member))
            {
                Chain(file, [$"entity.Property({Members.Lambda([member])})", .. properties.Calls(file, relation, member)]);
            }
            else
            {
                file.Body.Line($"entity.Ignore({Members.Lambda([member])}); // {XmlDoc.Line(member.Column.Type)} has no mapping");
            }
        }

        if (!relation.IsView)
        {
            WriteIndexes(file, relation);
            relationships.From(relation).ToList().ForEach(relationship => WriteRelationship(file, relationship));
        }
    }

    private static void WriteTable(CodeFile file, ModelRelation relation)
    {
        var name = $"{CSharpLiteral.Of(relation.Key.Name)}, {CSharpLiteral.Of(relation.Key.Schema)}";
        string[] details =
        [
            .. string.IsNullOrWhiteSpace(relation.Relation.Comment) ? [] : new[] { $"table.HasComment({CSharpLiteral.Of(relation.Relation.Comment)})" },
            .. relation.Relation.CheckConstraints.Select(check => $"table.HasCheckConstraint({CSharpLiteral.Of(check.Name)}, {CSharpLiteral.Of(Condition(check))})"),
        ];
        if (relation.IsView)
        {
            file.Body.Line($"entity.ToView({name});");
        }
        else if (details.Length == 0)
        {
            file.Body.Line($"entity.ToTable({name});");
        }
        else if (details is [var only])
        {
            file.Body.Line($"entity.ToTable({name}, table => {only});");
        }
        else
        {
            file.Body.Block($"entity.ToTable({name}, table =>", () => details.ToList().ForEach(detail => file.Body.Line($"{detail};")), "});");
        }
    }

    private void WriteKey(CodeFile file, ModelRelation relation)
    {
        file.Body.Line(EntityKeys.HasKey(models, relation) && relation.Relation.PrimaryKey is { } key
            ? $"entity.HasKey({Members.Lambda(key.Columns.Select(relation.Member))}).HasName({CSharpLiteral.Of(key.Name)});"
            : "entity.HasNoKey();");
    }

    private void WriteIndexes(CodeFile file, ModelRelation relation)
    {
        var configuration = new IndexConfiguration(models, relation);
        var alternates = relationships.To(relation).Concat(relationships.From(relation).Where(relationship => relationship.Principal.Key == relation.Key))
            .Where(relationship => !relationship.IsToPrimaryKey).Select(relationship => relationship.PrincipalMembers.Select(member => member.Column.Name).ToValueList()).ToList();
        foreach (var constraint in relation.Relation.UniqueConstraints)
        {
            file.Body.Gap();
            if (alternates.Exists(columns => columns.Equals(constraint.Columns)))
            {
                file.Body.Line($"entity.HasAlternateKey({Members.Lambda(constraint.Columns.Select(relation.Member))}).HasName({CSharpLiteral.Of(constraint.Name)});");
            }
            else
            {
                ChainOrRemark(file, configuration.Of(constraint), constraint.Name);
            }
        }

        foreach (var index in relation.Relation.Indexes.Where(index => !index.Invalid))
        {
            file.Body.Gap();
            ChainOrRemark(file, configuration.Of(file, index), index.Name);
        }
    }

    private static void WriteRelationship(CodeFile file, Relationship relationship)
    {
        var (dependent, principal) = (file.TypeName(relationship.Dependent.Type), file.TypeName(relationship.Principal.Type));
        var inverse = relationship.Inverse is null ? "" : $"other => other.{relationship.Inverse}";
        file.Body.Gap();
        Chain(file,
        [
            $"entity.HasOne(row => row.{relationship.Reference})",
            relationship.IsOne ? $".WithOne({inverse})" : $".WithMany({inverse})",
            $".HasForeignKey{(relationship.IsOne ? $"<{dependent}>" : "")}({Members.Lambda(relationship.Members)})",
            .. relationship.IsToPrimaryKey ? [] : new[] { $".HasPrincipalKey{(relationship.IsOne ? $"<{principal}>" : "")}({Members.Lambda(relationship.PrincipalMembers, "other")})" },
            $".HasConstraintName({CSharpLiteral.Of(relationship.Key.Name)})",
            $".OnDelete(DeleteBehavior.{Behavior(relationship.Key)})",
        ]);
    }

    // As the provider's own scaffolding has it: what the database does not do, the context does for the rows that it knows.
    private static string Behavior(ForeignKey key) => key.OnDelete switch
    {
        "cascade" => "Cascade",
        "set null" => "SetNull",
        "restrict" => "Restrict",
        _ => "ClientSetNull",
    };

    private static string Condition(Constraint check)
    {
        var text = check.Definition;
        foreach (var option in (string[])[" NOT ENFORCED", " NOT VALID", " NO INHERIT"])
        {
            text = text.EndsWith(option, StringComparison.Ordinal) ? text[..^option.Length] : text;
        }

        const string start = "CHECK (";
        return text.StartsWith(start, StringComparison.Ordinal) && text.EndsWith(')') ? text[start.Length..^1] : text;
    }

    private static void ChainOrRemark(CodeFile file, IReadOnlyList<string>? calls, string name)
    {
        if (calls is null)
        {
            file.Body.Line($"// {XmlDoc.Line(name)} is on what Entity Framework has no property for.");
        }
        else
        {
            Chain(file, calls);
        }
    }

    private static void Chain(CodeFile file, IReadOnlyList<string> calls)
    {
        if (calls.Count == 1)
        {
            file.Body.Line($"{calls[0]};");
            return;
        }

        file.Body.Line(calls[0]);
        file.Body.Indented(() =>
        {
            for (var i = 1; i < calls.Count; i++)
            {
                file.Body.Line(i == calls.Count - 1 ? $"{calls[i]};" : calls[i]);
            }
        });
    }
}
