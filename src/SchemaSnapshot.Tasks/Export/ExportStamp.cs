using System.Security.Cryptography;
using System.Text;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>
/// Remembers what the files in the folder were made from, scripts or a state of the live database, so that an up-to-date build starts no
/// server and reads no catalogs. By content, not by time: a checkout changes times, and an edit that is taken back changes nothing.
/// </summary>
internal sealed class ExportStamp
{
    private readonly ExportOptions options;
    private readonly SnapshotFolder folder;
    private readonly string path;
    private readonly byte[]? scripts;

    /// <summary>The stamp of an export of the scripts as they are now, before they run.</summary>
    public ExportStamp(ExportOptions options, SnapshotFolder folder)
    {
        this.options = options;
        this.folder = folder;
        path = Path.Combine(options.IntermediateDirectory, "export.stamp");
        scripts = OfScripts();
    }

    /// <summary>Whether there is a stamp at all: without one it is not worth asking the database for its mark.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>Whether source, options and files are what they were when the stamp was left.</summary>
    /// <param name="mark">The mark of the live database; null for scripts.</param>
    public bool IsCurrent(string? mark = null) => Compute(mark) is { } now && AtomicFile.Read(path) is { } then && now.AsSpan().SequenceEqual(then);

    /// <summary>Leaves the stamp: source and files agree now. Not where somebody has saved a script in the meantime: which of the two ran is not known.</summary>
    /// <param name="mark">The mark of the live database; null for scripts.</param>
    public void Leave(string? mark = null)
    {
        if ((mark is not null || OfScripts().AsSpan().SequenceEqual(scripts)) && Compute(mark) is { } now)
        {
            AtomicFile.Write(path, now);
        }
    }

    private byte[]? Compute(string? mark)
    {
        if ((mark is null && scripts is null) || Of(folder.Files.Select(file => (new ScriptItem(file), 0))) is not { } files)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, typeof(ExportStamp).Module.ModuleVersionId.ToString());
        Add(hash, mark ?? "");
        Add(hash, $"{options.DatabaseName}\n{options.Privileges}\n{options.PostgresVersion}\n{options.PostgresDirectory}\n{options.PostgresPackageDirectory}");
        var scope = options.Policy.Scope;
        Add(hash, $"{string.Join(' ', scope.Schemas)}\n{string.Join(' ', scope.ExcludeSchemas)}\n{string.Join(' ', scope.Tables)}\n{string.Join(' ', scope.ExcludeTables)}");
        Add(hash, mark is null ? scripts! : []);
        Add(hash, files);
        return Encoding.ASCII.GetBytes(Convert.ToHexString(hash.GetHashAndReset()) + "\n");
    }

    private byte[]? OfScripts() => Of(ScriptItem.Turns(options.Scripts).OrderBy(script => script.Item.Path, StringComparer.Ordinal));

    // Null where one is not there, which is for the export itself to complain about or to make.
    private byte[]? Of(IEnumerable<(ScriptItem Item, int Turn)> items)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (item, turn) in items)
        {
            if (AtomicFile.Read(item.Path) is not { } content)
            {
                return null;
            }

            Add(hash, $"{Path.GetRelativePath(options.BaseDirectory, item.Path)}\n{item.Tool}\n{turn}");
            Add(hash, content);
        }

        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, string text) => Add(hash, Encoding.UTF8.GetBytes(text));

    // With its length before it no two sequences of parts run into the same bytes.
    private static void Add(IncrementalHash hash, byte[] content)
    {
        hash.AppendData(BitConverter.GetBytes(content.Length));
        hash.AppendData(content);
    }
}
