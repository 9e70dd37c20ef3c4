using System.Reflection;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot;

/// <summary>The snapshot that a build with the package <c>SchemaSnapshot.Sdk</c> embeds in its assembly.</summary>
public static class EmbeddedSnapshot
{
    /// <summary>The name of the embedded resource.</summary>
    public const string ResourceName = "SchemaSnapshot.schema_map.json";

    /// <summary>The name of the embedded resource that has what the project says of drift.</summary>
    internal const string PolicyResourceName = "SchemaSnapshot.schema_policy.json";

    /// <summary>More than any header takes but one of a database with a long comment.</summary>
    private const int HeaderLength = 4096;

    /// <summary>The snapshot in the assembly that the process was started with. It is parsed anew each time: keep it.</summary>
    /// <exception cref="InvalidOperationException">The process has no managed entry assembly, or it has no snapshot.</exception>
    /// <exception cref="InvalidDataException">The snapshot cannot be read; the inner exception says why.</exception>
    public static DatabaseSnapshot Load() => Load(EntryAssembly());

    /// <summary>The snapshot in an assembly. It is parsed anew each time: keep it.</summary>
    /// <param name="assembly">The assembly of a project that references the package.</param>
    /// <exception cref="InvalidOperationException">The assembly has no snapshot.</exception>
    /// <exception cref="InvalidDataException">The snapshot cannot be read; the inner exception says why.</exception>
    public static DatabaseSnapshot Load(Assembly assembly) => Read(assembly, resource =>
    {
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return SchemaMapReader.Read(content, ResourceName).Snapshot;
    });

    /// <summary>The fingerprint of the snapshot in the assembly that the process was started with, without reading more than the header.</summary>
    /// <exception cref="InvalidOperationException">The process has no managed entry assembly, or it has no snapshot.</exception>
    /// <exception cref="InvalidDataException">The header cannot be read; the inner exception says why.</exception>
    public static string Fingerprint() => Fingerprint(EntryAssembly());

    /// <summary>The fingerprint of the snapshot in an assembly, without reading more than the header.</summary>
    /// <param name="assembly">The assembly of a project that references the package.</param>
    /// <exception cref="InvalidOperationException">The assembly has no snapshot.</exception>
    /// <exception cref="InvalidDataException">The header cannot be read; the inner exception says why.</exception>
    public static string Fingerprint(Assembly assembly) => Read(assembly, ReadFingerprint);

    /// <summary>
    /// What the project of the assembly that the process was started with says of drift, so that a verification says the same as its build;
    /// the defaults where it says nothing.
    /// </summary>
    /// <exception cref="InvalidOperationException">The process has no managed entry assembly.</exception>
    /// <exception cref="InvalidDataException">What it says cannot be read; the inner exception says why.</exception>
    public static SchemaVerifierOptions LoadOptions() => LoadOptions(EntryAssembly());

    /// <summary>What the project of an assembly says of drift, so that a verification says the same as its build; the defaults where it says nothing.</summary>
    /// <param name="assembly">The assembly of a project that references the package.</param>
    /// <exception cref="InvalidDataException">What it says cannot be read; the inner exception says why.</exception>
    public static SchemaVerifierOptions LoadOptions(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var resource = assembly.GetManifestResourceStream(PolicyResourceName);
        try
        {
            return resource is null ? new() : PolicyReader.Read(resource);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"What the project says of drift cannot be read in the assembly {assembly.GetName().Name}. Build the project anew. {exception.Message}", exception);
        }
    }

    private static Assembly EntryAssembly() => Assembly.GetEntryAssembly() ?? throw new InvalidOperationException(
        "This process has no managed entry assembly. Name the assembly that has the snapshot: EmbeddedSnapshot.Load(typeof(AnyTypeInIt).Assembly).");

    private static string ReadFingerprint(Stream resource)
    {
        var content = new byte[Math.Min(HeaderLength, resource.Length)];
        for (var length = 0; ;)
        {
            resource.ReadExactly(content.AsSpan(length));
            length = content.Length;
            try
            {
                return SchemaMapReader.ReadHeader(content, ResourceName).Fingerprint;
            }
            catch (SnapshotException) when (length < resource.Length)
            {
                // The header may be longer; what is wrong with the whole is told.
                Array.Resize(ref content, (int)Math.Min(length * 4L, resource.Length));
            }
        }
    }

    private static T Read<T>(Assembly assembly, Func<Stream, T> read)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var resource = assembly.GetManifestResourceStream(ResourceName) ?? throw new InvalidOperationException(
            $"The assembly {assembly.GetName().Name} has no schema snapshot. Add the package SchemaSnapshot.Sdk to its project "
            + "(dotnet add package SchemaSnapshot.Sdk), do not set SchemaSnapshotEmbed to false, and build once with a database or scripts.");
        try
        {
            return read(resource);
        }
        catch (SnapshotException exception)
        {
            throw new InvalidDataException(
                $"The schema snapshot in the assembly {assembly.GetName().Name} is damaged. Build the project anew. {exception.Message}", exception);
        }
    }
}
