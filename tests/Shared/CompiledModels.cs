using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.CSharp;

namespace SchemaSnapshot.Tests;

/// <summary>Models put through the compiler as a strict project would have it.</summary>
internal sealed class CompiledModels
{
    private static readonly IReadOnlyList<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => !Path.GetFileName(path).StartsWith("SchemaSnapshot", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path))];

    private readonly CSharpCompilation compilation;

    public CompiledModels(DatabaseSnapshot snapshot, ModelOptions options, params string[] more)
    {
        Files = ModelsRenderer.Render(snapshot, options);
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose);
        var trees = Files.Select(file => CSharpSyntaxTree.ParseText(file.Text, parsing, file.Name)).Concat(more.Select(text => CSharpSyntaxTree.ParseText(text, parsing)));
        compilation = CSharpCompilation.Create("Models", trees, References, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, generalDiagnosticOption: ReportDiagnostic.Error));
    }

    public IReadOnlyList<ModelFile> Files { get; }

    /// <summary>What the compiler says, hidden hints left out.</summary>
    public IEnumerable<string> Diagnostics => compilation.GetDiagnostics().Where(found => found.Severity != DiagnosticSeverity.Hidden).Select(found => found.ToString());

    /// <summary>The models, loaded.</summary>
    public Assembly Load()
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        stream.Position = 0;
        return new AssemblyLoadContext("models", isCollectible: false).LoadFromStream(stream);
    }

    public static ModelOptions Options(ModelFlavour flavour) => new() { Flavour = flavour, Namespace = "Shop.Models", HasNpgsql = true };
}
