using System.Security.Cryptography;
using System.Text;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>
/// Remembers a request that left nothing to do and nothing to say: the same one, about the same files, is done already. By content, not by
/// time. In plain loops, and before anything else is looked at: what takes time in a process that has just started is compiling.
/// </summary>
/// <param name="path">Where the stamp is.</param>
/// <param name="request">All that is asked for, as it stands in the project.</param>
/// <param name="files">Every file that it depends on or makes; one may be missing.</param>
internal sealed class RequestStamp(string path, string request, string[] files)
{
    /// <summary>Whether the request is the one that the stamp was left for.</summary>
    public bool IsCurrent() => File.Exists(path) && AtomicFile.Read(path) is { } then && then.AsSpan().SequenceEqual(Compute());

    /// <summary>Leaves the stamp.</summary>
    public void Leave() => AtomicFile.Write(path, Compute());

    private byte[] Compute()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Another version may find more to say, and on another day an acceptance has expired.
        Add(hash, Encoding.UTF8.GetBytes($"{typeof(RequestStamp).Module.ModuleVersionId} {DateTime.UtcNow:yyyy-MM-dd}\n{request}"));
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
