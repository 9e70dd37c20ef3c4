using FsCheck;
using FsCheck.Fluent;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot.UnitTests.Serialization;

public sealed class RoundTripTests
{
    private static readonly string[] Hostile =
    [
        "", " ", "id", "Größe", "😀", "\ud83d", "\ude00\ud83d", "a\"b\\c", "\\u0041", "line\r\nline", "\0", "\u2028", "\u202e", "\ufeff",
        "<<<<<<< HEAD", "name", "columns", "a/b~1", "</script>", "${x} $(y)", "'; drop table t; --", "null", "\uffff",
    ];

    [Fact]
    public void What_is_written_is_read_back()
    {
        Check((snapshot, bytes) =>
        {
            var map = SchemaMapReader.Read(bytes);
            return map.Snapshot == snapshot && map.FingerprintMatches && !map.HasUnknownMembers && !map.IsEditedByHand;
        });
    }

    [Fact]
    public void Two_writes_give_the_same_bytes() =>
        Check((snapshot, bytes) => SchemaMapWriter.ToBytes(SchemaMapReader.Read(bytes).Snapshot).AsSpan().SequenceEqual(bytes));

    [Fact]
    public void The_header_is_read_alone()
    {
        Check((snapshot, bytes) =>
        {
            var header = SchemaMapReader.ReadHeader(bytes);
            return (header.FormatVersion, header.Database, header.ExportedAt, header.Host, header.ServerVersion, header.Fingerprint)
                == (1, snapshot.Database, snapshot.ExportedAt, snapshot.Host, snapshot.ServerVersion, Fingerprint.Of(snapshot));
        });
    }

    [Fact]
    public void Nothing_changes_when_the_file_has_a_BOM_and_CRLF()
    {
        Check((snapshot, bytes) =>
        {
            var text = System.Text.Encoding.UTF8.GetString(bytes).Replace("\n", "\r\n", StringComparison.Ordinal);
            return SchemaMapReader.Read(System.Text.Encoding.UTF8.GetBytes("\ufeff" + text)).Snapshot == snapshot;
        });
    }

    [Fact]
    public void The_snapshot_with_every_member_set_is_read_back()
    {
        var snapshot = FilledRecord<DatabaseSnapshot>.Of(SnapshotShapes.Database) with { Database = "full" };

        Assert.Equal(snapshot, SchemaMapReader.Read(SchemaMapWriter.ToBytes(snapshot)).Snapshot);
    }

    // The texts come from FsCheck, which makes a failing one as short as it can, and from the list above.
    private static void Check(Func<DatabaseSnapshot, byte[], bool> holds)
    {
        var property = Prop.ForAll<string[], int>((texts, seed) =>
        {
            var snapshot = Make(new Random(seed), [.. texts.Where(text => text is not null), .. Hostile]);
            return holds(snapshot, SchemaMapWriter.ToBytes(snapshot));
        });
        property.Check(Config.QuickThrowOnFailure);
    }

    private static DatabaseSnapshot Make(Random random, string[] pool) => RandomRecord<DatabaseSnapshot>.Of(SnapshotShapes.Database, random, pool) with
    {
        Database = pool[random.Next(pool.Length)],
        ExportedAt = random.Next(2) == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(random.NextInt64(0, 253402300799)),
        Host = random.Next(2) == 0 ? null : pool[random.Next(pool.Length)],
        ServerVersion = random.Next(2) == 0 ? null : pool[random.Next(pool.Length)],
    };
}
