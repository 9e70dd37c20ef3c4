using Microsoft.Build.Framework;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.Tasks.Models;
using SchemaSnapshot.Tasks.Rendering.CSharp;
using static SchemaSnapshot.Tasks.Export.PropertyValue;

namespace SchemaSnapshot.Tasks;

/// <summary>Makes C# of the snapshot file; connects to nothing.</summary>
[MSBuildMultiThreadableTask]
public sealed class GenerateModelsTask : Microsoft.Build.Utilities.Task
{
    private const string Driver = "Npgsql";
    private const string Provider = "Npgsql.EntityFrameworkCore.PostgreSQL";

    /// <summary><c>SchemaSnapshotModels</c>.</summary>
    [Required]
    public string Flavour { get; set; } = "";

    /// <summary><c>SchemaSnapshotModelsNamespace</c>.</summary>
    [Required]
    public string Namespace { get; set; } = "";

    /// <summary><c>SchemaSnapshotModelsContext</c>.</summary>
    public string? Context { get; set; }

    /// <summary>The <c>SchemaSnapshotName</c> items with their <c>Name</c>.</summary>
    public ITaskItem[] Names { get; set; } = [];

    /// <summary>The <c>SchemaSnapshotRename</c> items with their <c>To</c>; that one has none is the export's to tell.</summary>
    public ITaskItem[] Renames { get; set; } = [];

    /// <summary><c>SchemaSnapshotModelsSchemas</c>.</summary>
    public string? Schemas { get; set; }

    /// <summary><c>SchemaSnapshotModelsExcludeSchemas</c>.</summary>
    public string? ExcludeSchemas { get; set; }

    /// <summary><c>SchemaSnapshotModelsTables</c>.</summary>
    public string? Tables { get; set; }

    /// <summary><c>SchemaSnapshotModelsExcludeTables</c>.</summary>
    public string? ExcludeTables { get; set; }

    /// <summary>The names of the assemblies that the project refers to.</summary>
    public string[] References { get; set; } = [];

    /// <summary><c>SchemaSnapshotDirectory</c>, absolute.</summary>
    [Required]
    public string SnapshotDirectory { get; set; } = "";

    /// <summary>The folder of the models, absolute.</summary>
    [Required]
    public string ModelsDirectory { get; set; } = "";

    /// <summary>The file that remembers what the models were made of, absolute.</summary>
    [Required]
    public string StampFile { get; set; } = "";

    /// <summary>Whether the folder must stay as it is.</summary>
    public bool Verify { get; set; }

    /// <summary>The files to compile.</summary>
    [Output]
    public ITaskItem[] Files { get; private set; } = [];

    /// <summary>What there is to say.</summary>
    [Output]
    public ITaskItem[] Diagnostics { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var result = new ModelsGenerator(ReadRequest()).Run();
            Files = [.. result.Files.Select(file => new Microsoft.Build.Utilities.TaskItem(DiagnosticItem.Escape(file)))];
            Diagnostics = [.. result.Diagnostics.Select(DiagnosticItem.Of)];
        }
        catch (SnapshotException failure)
        {
            Diagnostics = [DiagnosticItem.Of(failure.Diagnostic)];
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            Diagnostics = [DiagnosticItem.Of(Defect.Describe(defect))];
        }

        return true;
    }

    private ModelsRequest ReadRequest()
    {
        var flavour = Word("SchemaSnapshotModels", Flavour, ModelFlavour.Records, ModelFlavour.Classes, ModelFlavour.EntityFramework) ?? ModelFlavour.Records;
        if (flavour == ModelFlavour.EntityFramework && !RefersTo(Provider))
        {
            throw new SnapshotException(Rules.ModelsNeedPackage.At($"SchemaSnapshotModels is EntityFramework, which needs the package {Provider}. Add it to the project."));
        }

        var folder = new SnapshotFolder(SnapshotDirectory);
        List<(string, string)> names = [.. Names.Select(item => (item.ItemSpec, item.GetMetadata("Name").Trim()))];
        List<DeclaredRename> renames = [.. Renames.Select(item => new DeclaredRename(item.ItemSpec, item.GetMetadata("To").Trim())).Where(rename => rename.To.Length > 0)];
        return new()
        {
            Options = new()
            {
                Flavour = flavour,
                Namespace = Identifier("SchemaSnapshotModelsNamespace", Namespace, "a namespace such as Shop.Models", text => text.Split('.').All(PascalCase.IsWord)),
                Context = Identifier("SchemaSnapshotModelsContext", Trimmed(Context) ?? "DatabaseContext", "a name such as ShopContext", PascalCase.IsIdentifier),
                Scope = SnapshotScope.Parse(Words(Schemas), Words(ExcludeSchemas), Words(Tables), Words(ExcludeTables)),
                HasNpgsql = RefersTo(Driver),
            },
            Names = names,
            Renames = renames,
            Map = folder.Map,
            Acceptances = folder.Acceptances,
            Directory = ModelsDirectory,
            Stamp = StampFile,
            IsVerifying = Verify,
            Fingerprint = string.Join(
                '\n',
                [Flavour, Namespace, Context, Schemas, ExcludeSchemas, Tables, ExcludeTables, RefersTo(Driver).ToString(), .. names.Select(name => $"{name}"), .. renames.Select(rename => $"{rename}")]),
        };
    }

    private bool RefersTo(string assembly) => References.Contains(assembly, StringComparer.OrdinalIgnoreCase);

    private static string Identifier(string property, string value, string wanted, Func<string, bool> isValid) => isValid(value.Trim())
        ? value.Trim()
        : throw new SnapshotException(Rules.UnknownValue.At($"{property} is '{value}', which is no name in C#. Write {wanted}."));
}
