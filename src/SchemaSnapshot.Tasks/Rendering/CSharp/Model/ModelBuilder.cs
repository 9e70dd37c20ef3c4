using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Makes the models of a snapshot: which types there are, their names and members.</summary>
internal sealed class ModelBuilder
{
    private readonly DatabaseSnapshot snapshot;
    private readonly ModelOptions options;
    private readonly ModelNames names;
    private readonly UserTypes types;
    private readonly TypeMapper mapper;
    private readonly HashSet<string> scope;
    private readonly SortedDictionary<RelationKey, ModelRelation> relations = [];
    private readonly SortedDictionary<RelationKey, ModelEnum> enums = [];
    private readonly SortedDictionary<RelationKey, ModelComposite> composites = [];
    private readonly SortedDictionary<RelationKey, (RelationKey, RangeType, CSharpType)> ranges = [];
    private readonly HashSet<RelationKey> selected = [];

    private ModelBuilder(DatabaseSnapshot snapshot, ModelOptions options)
    {
        this.snapshot = snapshot;
        this.options = options;
        names = new(snapshot, options);
        types = new(snapshot);
        mapper = new(types, TypeOf);
        var inScope = options.Scope.Apply(snapshot);
        scope = inScope.Schemas.Select(schema => schema.Name).ToHashSet(StringComparer.Ordinal);
        // A partition holds rows of its parent: it has no type of its own.
        selected.UnionWith(inScope.Schemas.SelectMany(schema => schema.Relations.Where(relation => relation.PartitionOf is null).Select(relation => new RelationKey(schema.Name, relation.Name))));
    }

    /// <summary>The models.</summary>
    public static ModelSet Build(DatabaseSnapshot snapshot, ModelOptions options) => new ModelBuilder(snapshot, options).Build();

    private ModelSet Build()
    {
        foreach (var schema in snapshot.Schemas.Where(schema => scope.Contains(schema.Name)))
        {
            foreach (var type in schema.Enums)
            {
                Use(new(schema.Name, type.Name));
            }

            foreach (var type in schema.CompositeTypes)
            {
                Use(new(schema.Name, type.Name));
            }
        }

        foreach (var key in selected)
        {
            Use(key);
        }

        return new ModelSet(options, snapshot, names)
        {
            Relations = relations.Values.ToValueList(),
            Enums = enums.Values.ToValueList(),
            Composites = composites.Values.ToValueList(),
            Ranges = ranges.Values.ToValueList(),
        };
    }

    // A type that a selected table uses is made wherever it is.
    private void Use(RelationKey key)
    {
        switch (types.Find(key))
        {
            case EnumType type:
                UseEnum(key, type);
                break;
            case CompositeType type when !composites.ContainsKey(key):
                composites[key] = null!; // two composite types may have each other's arrays
                composites[key] = Composite(key, type);
                break;
            case Relation relation when selected.Contains(key) && !relations.ContainsKey(key):
                relations[key] = null!;
                relations[key] = RelationModel(key, relation);
                break;
            case RangeType range when mapper.Map(range.Subtype).CSharp is { IsUnknown: false } subtype:
                ranges[key] = (key, range, subtype);
                break;
        }
    }

    private ModelEnum UseEnum(RelationKey key, EnumType type)
    {
        if (!enums.TryGetValue(key, out var model))
        {
            var wishes = type.Labels.Select(label => WantedName.Of(label, options.Names.Find(key.Schema, key.Name, label))).ToList();
            model = new(key, type, names.Type(key, isValueType: true), NameClashes.Resolve(wishes, [], $"enum {key}")) { Obsolete = Farewell("enum", key) };
            enums[key] = model;
        }

        return model;
    }

    private ModelComposite Composite(RelationKey key, CompositeType type)
    {
        var model = names.Type(key);
        var memberNames = MemberNames(key, model.Name, type.Attributes);
        return new(key, type, model, type.Attributes.Select(attribute => Member(attribute, memberNames[attribute.Name], isView: true)).ToValueList())
        {
            Obsolete = Farewell("composite type", key),
        };
    }

    private ModelRelation RelationModel(RelationKey key, Relation relation)
    {
        var type = names.Type(key);
        var memberNames = MemberNames(key, type.Name, relation.Columns);
        var isView = relation.Kind is RelationKind.View or RelationKind.MaterializedView;
        var members = relation.Columns.Select(column => Member(column, memberNames[column.Name], isView) with
        {
            IsKey = relation.PrimaryKey?.Columns.Contains(column.Name) == true,
            Checks = relation.CheckConstraints.Where(check => check.Columns is [var only] && only == column.Name).ToValueList(),
        });
        var model = new ModelRelation(key, relation, type, []);
        model = model with { Obsolete = Farewell(model.Kind, key) };
        return model with { Members = members.Select(member => Parting(key, member)).ToValueList() };
    }

    private Dictionary<string, string> MemberNames(RelationKey key, string type, ValueList<Column> columns)
    {
        var wishes = columns.Select(column => WantedName.Of(column.Name, options.Names.Find(key.Schema, key.Name, column.Name))).ToList();
        return NameClashes.Resolve(wishes, [type, .. ReservedNames.Members], key.ToString());
    }

    private ModelMember Member(Column column, string name, bool isView)
    {
        var mapped = mapper.Map(column.Type);
        var type = options.Flavour == ModelFlavour.EntityFramework ? EntityTypes.Adapt(mapped) : mapped;
        if (type.UserType is { } used)
        {
            Use(used);
        }

        var isNullable = isView || (column.Nullable && !type.IsNotNull);
        var isGiven = column.Default is not null || column.Identity is not null || column.Generated is not null;
        return new(column, name, type)
        {
            IsNullable = isNullable,
            IsRequired = !isNullable && !isGiven,
            Initial = isNullable ? null : DefaultValue.Read(column.Default, type, key => types.Find(key) is EnumType found ? UseEnum(key, found) : null),
        };
    }

    // The compiler wants no required member to be obsolete: it would have to be given.
    private ModelMember Parting(RelationKey key, ModelMember member) =>
        options.Farewells.Reason("column", [key.Schema, key.Name, member.Column.Name], options.Names) is { } reason
            ? member with { Obsolete = reason, IsRequired = false }
            : member;

    private string? Farewell(string kind, RelationKey key) => options.Farewells.Reason(kind, [key.Schema, key.Name], options.Names);

    private CSharpType? TypeOf(RelationKey key) => types.Find(key) switch
    {
        EnumType => names.Type(key, isValueType: true),
        CompositeType => names.Type(key),
        Relation when selected.Contains(key) => names.Type(key),
        _ => null,
    };
}
