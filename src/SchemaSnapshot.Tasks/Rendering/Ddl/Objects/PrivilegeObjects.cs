using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Makes privileges, which go with what they are on.</summary>
internal sealed class PrivilegeObjects(DdlPaths paths)
{
    /// <summary>Makes a privilege on a relation.</summary>
    public static DdlObject OnRelation(string schema, Relation relation, DefinedObject item)
    {
        var owner = DdlPaths.Part(DdlPaths.Schema(schema), DdlPaths.KeyOf(relation), relation.Name);
        return Make(item, owner, owner, $"{item.Name} on {SqlText.Name(schema, relation.Name)}");
    }

    /// <summary>Makes a privilege on a schema or on one of its sequences, routines and types.</summary>
    public DdlObject InSchema(string schema, DefinedObject item)
    {
        var path = DdlPaths.Schema(schema);
        return Make(item, path, ObjectIn(schema, item.Name) ?? path, $"{item.Name} in schema {SqlText.Name(schema)}");
    }

    /// <summary>Makes a privilege on the database, a language, a foreign-data wrapper or a server.</summary>
    public DdlObject InDatabase(DefinedObject item)
    {
        var (kind, name) = Target(item.Name);
        return Make(item, [], paths.Of(new ObjectReference(kind, null, name)) ?? [], item.Name);
    }

    /// <summary>Makes a default privilege.</summary>
    public static DdlObject Default(DefinedObject item)
    {
        const string inSchema = " IN SCHEMA ";
        var start = SqlScan.IndexOf(item.Definition, inSchema);
        var made = Make(item, [], [], item.Name) with { Group = DdlGroup.DefaultPrivilege };
        if (start < 0)
        {
            return made;
        }

        var rest = item.Definition[(start + inSchema.Length)..];
        var schema = DdlPaths.Schema(Identifier.Split(rest[..SqlScan.IndexOf(rest, " ")])[0]);
        return made with { Owner = schema, Needs = [schema] };
    }

    private static DdlObject Make(DefinedObject item, ValueList<string> holder, ValueList<string> owner, string name) => new()
    {
        Path = DdlPaths.Part(holder, item.Kind.Key, item.Name),
        Kind = item.Kind.Name,
        Name = name,
        Record = item,
        Group = DdlGroup.Privilege,
        Create = [item.Definition],
        Drop = PrivilegeSql.Reverse(item.Definition),
        Owner = owner,
        Needs = owner.Count == 0 ? [] : [owner],
    };

    private ValueList<string>? ObjectIn(string schema, string privilege)
    {
        var (kind, name) = Target(privilege);
        string[] kinds = kind switch
        {
            "function" => ["function", "aggregate", "window function"],
            "type" => ["enum", "domain", "range type", "composite type"],
            _ => [kind],
        };
        return kinds.Select(one => paths.Of(new ObjectReference(one, schema, name))).FirstOrDefault(path => path is not null);
    }

    /// <summary>What a privilege is on, going by its name: <c>function add(integer, integer) to reader</c>.</summary>
    private static (string Kind, string Name) Target(string privilege)
    {
        var end = ((int[])[SqlScan.IndexOf(privilege, " to "), SqlScan.IndexOf(privilege, " from ")]).Where(place => place >= 0).DefaultIfEmpty(privilege.Length).Min();
        var label = privilege[..end];
        var kind = ((string[])["foreign-data wrapper", "server", "sequence", "function", "procedure", "type"]).FirstOrDefault(word => label.StartsWith(word + " ", StringComparison.Ordinal));
        if (kind is null)
        {
            return (label, "");
        }

        var rest = label[(kind.Length + 1)..];
        var arguments = rest[0] == '"' ? rest.IndexOf('(', Quoted(rest)) : rest.IndexOf('(', StringComparison.Ordinal);
        return arguments < 0 ? (kind, Identifier.Split(rest)[0]) : (kind, Identifier.Split(rest[..arguments])[0] + rest[arguments..]);
    }

    private static int Quoted(string text)
    {
        var end = 1;
        while (end < text.Length && (text[end] != '"' || (end + 1 < text.Length && text[end + 1] == '"')))
        {
            end += text[end] == '"' ? 2 : 1;
        }

        return end;
    }
}
