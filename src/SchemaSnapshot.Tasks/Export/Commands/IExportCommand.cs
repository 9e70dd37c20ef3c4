namespace SchemaSnapshot.Tasks.Export.Commands;

/// <summary>What an export may be asked to do: one class each.</summary>
internal interface IExportCommand
{
    /// <summary>Does it; what there is to say goes into the run's result.</summary>
    Task RunAsync(ExportRun run, CancellationToken ct);
}
