using System.Text;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.Tasks.Rendering.CSharp;

namespace SchemaSnapshot.Tasks.Models;

/// <summary>Brings the folder of models up to date with the snapshot file.</summary>
internal sealed class ModelsGenerator(ModelsRequest request)
{
    private const string Extension = ".g.cs";
    private const string Mark = "Made by SchemaSnapshot";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // Rules by which something has gone, or has another name.
    private static readonly DiagnosticRule[] Departures = [ChangeRules.Dropped, ChangeRules.Renamed, ChangeRules.ViewColumnChanged];

    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>Does it. Without a snapshot file there are no models; that it is missing is the export's to tell.</summary>
    /// <exception cref="SnapshotException">A file cannot be read or written, or what the project asks for cannot be.</exception>
    public ModelsResult Run()
    {
        var stamp = new ModelsStamp(request);
        if (stamp.Files() is { } present)
        {
            return Result(present);
        }

        if (Baseline.Read(request.Map) is not { } baseline)
        {
            return Result([]);
        }

        var given = GivenNames.Of(request.Names);
        var files = ModelsRenderer.Render(baseline.Snapshot, request.Options with { Names = given, Farewells = ReadFarewells() });
        TellUnused(given);
        if (request.IsVerifying)
        {
            TellStale(files);
            return Result(Present());
        }

        files.Where(file => !IsCurrent(file)).ToList().ForEach(file => AtomicFile.Write(PathOf(file.Name), Utf8.GetBytes(file.Text)));
        Present().Except(files.Select(file => file.Name), StringComparer.Ordinal).Where(IsOurs).ToList().ForEach(file => AtomicFile.Delete(PathOf(file)));
        if (diagnostics.Count == 0)
        {
            stamp.Leave(files.Select(file => file.Name));
        }

        return Result(files.Select(file => file.Name));
    }

    private Farewells ReadFarewells()
    {
        var accepted = new AcceptanceFile(request.Acceptances).Read().Select(entry => entry.Change);
        return new(accepted.Where(change => Departures.Any(rule => rule.Code == change.Rule)), request.Renames);
    }

    private void TellUnused(GivenNames given) => diagnostics.AddRange(given.Unused.Select(item => Rules.UnusedModelName.At(
        $"SchemaSnapshotName {item} names nothing that there is a model of. Remove it, or mend its Include.")));

    private void TellStale(IReadOnlyList<ModelFile> files)
    {
        var superfluous = Present().Except(files.Select(file => file.Name), StringComparer.Ordinal).Where(IsOurs);
        var stale = files.Where(file => !IsCurrent(file)).Select(file => file.Name).Concat(superfluous).Order(StringComparer.Ordinal).ToList();
        if (stale.Count > 0)
        {
            diagnostics.Add(Rules.StaleModels.At(
                $"The models in {request.Directory} are not those of the snapshot, beginning with {stale[0]}. Build outside of CI and commit the folder.", PathOf(stale[0])));
        }
    }

    // Git may have changed the line ends.
    private bool IsCurrent(ModelFile file) => AtomicFile.Read(PathOf(file.Name)) is { } content && AtomicFile.SameText(content, Utf8.GetBytes(file.Text));

    // A file of the user's, however it is named, is not deleted.
    private bool IsOurs(string file) => File.ReadLines(PathOf(file)).Take(2).Any(line => line.Contains(Mark, StringComparison.Ordinal));

    private List<string> Present() => Directory.Exists(request.Directory)
        ? Directory.EnumerateFiles(request.Directory, $"*{Extension}").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal).ToList()
        : [];

    private string PathOf(string file) => Path.Combine(request.Directory, file);

    private ModelsResult Result(IEnumerable<string> files) => new([.. files.Select(PathOf)], diagnostics);
}
