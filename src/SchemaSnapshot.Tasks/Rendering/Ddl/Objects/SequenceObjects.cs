using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Makes the sequences that belong to no identity column.</summary>
internal sealed class SequenceObjects(DdlPaths paths, Schema schema)
{
    private readonly ValueList<string> owner = DdlPaths.Schema(schema.Name);

    /// <summary>The sequences of the schema, and what owns them.</summary>
    public IEnumerable<DdlObject> All() => schema.Sequences.SelectMany(sequence => Ownership(sequence).Prepend(Make(sequence)));

    private DdlObject Make(Sequence sequence)
    {
        var name = SqlText.Name(schema.Name, sequence.Name);
        return new DdlObject
        {
            Path = DdlPaths.Part(owner, "sequences", sequence.Name),
            Kind = "sequence",
            Name = name,
            Record = sequence,
            Group = DdlGroup.Sequence,
            Create = [SequenceSql.Create(name, sequence), .. CommentSql.IfAny($"SEQUENCE {name}", sequence.Comment)],
            Drop = $"DROP SEQUENCE {name}",
            Owner = owner,
            Needs = [owner],
        };
    }

    /// <summary>The table may need the sequence for a default, so that it is owned only after both are there.</summary>
    private IEnumerable<DdlObject> Ownership(Sequence sequence)
    {
        if (sequence is not { OwnedBy: { } table, OwnedByColumn: { } column } || paths.Of(table) is not { } tablePath)
        {
            return [];
        }

        var name = SqlText.Name(schema.Name, sequence.Name);
        var path = DdlPaths.Part(owner, "sequences", sequence.Name);
        return
        [
            new DdlObject
            {
                Path = DdlPaths.Part(path, "owned_by"),
                Kind = "sequence ownership",
                Name = name,
                Record = sequence,
                Group = DdlGroup.Table,
                Create = [SequenceSql.OwnedBy(name, $"{SqlText.Name(table.Schema!, table.Name)}.{SqlText.Name(column)}")],
                Drop = SequenceSql.OwnedBy(name, null),
                Owner = path,
                Needs = [path, tablePath],
            },
        ];
    }
}
