using SchemaSnapshot.UnitTests.Serialization;

namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>The validator with the JSON Schema of SARIF 2.1.0, as Microsoft's own tool for SARIF brings it.</summary>
public sealed class SarifValidator() : SchemaValidator("sarif", "artifacts/node-sarif")
{
    internal string[] Validate(params IEnumerable<byte[]> contents)
    {
        SkipWhereMissing();
        var schema = Directory.EnumerateFiles(Path.Combine(Home, "node_modules/@microsoft"), "sarif-2.1.0.json", SearchOption.AllDirectories).First();
        return Validate(schema, contents);
    }
}
