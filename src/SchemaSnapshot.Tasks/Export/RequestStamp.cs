using System.Security.Cryptography;
using System.Text;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>
/// Remembers a request that left nothing to do and nothing to say: the same one, about the same files, is done already. By content, not by
/// time. In plain loops, and before anything else is looked at: what takes time in a process that has just started is compiling.
/// </summary>
internal sealed class RequestStamp
{
    private readonly string path;
    private readonly string request;
    private readonly IReadOnlyList<string> inputs;
    private readonly IReadOnlyList<string> outputs;
    private readonly byte[] asked;

    /// <summary>The stamp of a request about the files as they are now, before anything is done with them.</summary>
    /// <param name="path">Where the stamp is.</param>
    /// <param name="request">All that is asked for, as it stands in the project.</param>
    /// <param name="inputs">Every file that it depends on; one may be missing.</param>
    /// <param name="outputs">Every file that it makes; one may be missing.</param>
    public RequestStamp(string path, string request, IReadOnlyList<string> inputs, IReadOnlyList<string> outputs)
    {
        this.path = path;
        this.request = request;
        this.inputs = inputs;
        this.outputs = outputs;
        asked = Asked();
    }

    /// <summary>Whether the request is the one that the stamp was left for.</summary>
    public bool IsCurrent() => File.Exists(path) && AtomicFile.Read(path) is { } then && then.AsSpan().SequenceEqual(Done());

    /// <summary>Leaves the stamp, unless somebody has saved an input in the meantime: which of the two was read is not known.</summary>
    public void Leave()
    {
        if (Asked().AsSpan().SequenceEqual(asked))
        {
            AtomicFile.Write(path, Done());
        }
    }

    // Another version may find more to say, and on another day an acceptance has expired.
    private byte[] Asked() => Hash(Encoding.UTF8.GetBytes($"{typeof(RequestStamp).Module.ModuleVersionId} {DateOnly.FromDateTime(DateTime.UtcNow).DayNumber}\n{request}"), inputs);

    private byte[] Done() => Hash(asked, outputs);

    private static byte[] Hash(byte[] head, IReadOnlyList<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, head);
        foreach (var file in files)
        {
            Add(hash, Encoding.UTF8.GetBytes(file));
            Add(hash, File.Exists(file) ? AtomicFile.Read(file) : null);
        }

        return hash.GetHashAndReset();
    }

    // With its length before it no two sequences of parts run into the same bytes; no content is none, not an empty one.
    private static void Add(IncrementalHash hash, byte[]? content)
    {
        hash.AppendData(BitConverter.GetBytes(content?.Length ?? -1));
        hash.AppendData(content ?? []);
    }
}
