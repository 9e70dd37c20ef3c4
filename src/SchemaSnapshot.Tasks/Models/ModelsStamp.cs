using System.Security.Cryptography;
using System.Text;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.Tasks.Models;

/// <summary>Remembers what the models were made of and which files they are, so that an up-to-date build parses and renders nothing.</summary>
internal sealed class ModelsStamp(ModelsRequest request)
{
    private readonly string inputs = Hash(request);

    /// <summary>The names of the files, where they are what they should be; null where the models have to be made.</summary>
    public IReadOnlyList<string>? Files()
    {
        if (AtomicFile.Read(request.Stamp) is not { } bytes)
        {
            return null;
        }

        var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 0 && lines[0] == inputs && lines.Skip(1).All(IsUntouched) ? [.. lines.Skip(1).Select(Name)] : null;
    }

    /// <summary>Leaves the stamp.</summary>
    public void Leave(IEnumerable<string> files) =>
        AtomicFile.Write(request.Stamp, Encoding.UTF8.GetBytes($"{inputs}\n{string.Concat(files.Select(file => $"{HashOf(file)} {file}\n"))}"));

    private bool IsUntouched(string line) => HashOf(Name(line)) is { } hash && line.StartsWith($"{hash} ", StringComparison.Ordinal);

    private static string Name(string line) => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private string? HashOf(string file) =>
        AtomicFile.Read(Path.Combine(request.Directory, file)) is { } content ? Convert.ToHexString(SHA256.HashData(content)) : null;

    private static string Hash(ModelsRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, Encoding.UTF8.GetBytes($"{typeof(ModelsStamp).Module.ModuleVersionId}\n{request.Directory}\n{request.Fingerprint}"));
        Add(hash, AtomicFile.Read(request.Map) ?? []);
        Add(hash, AtomicFile.Read(request.Acceptances) ?? []);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    // With its length before it no two sequences of parts run into the same bytes.
    private static void Add(IncrementalHash hash, byte[] content)
    {
        hash.AppendData(BitConverter.GetBytes(content.Length));
        hash.AppendData(content);
    }
}
