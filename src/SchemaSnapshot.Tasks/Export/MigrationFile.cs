using System.Text;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Migration;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>The file with the SQL that leads from one schema to another.</summary>
internal static class MigrationFile
{
    /// <summary>The name where the project gives none.</summary>
    public const string Name = "migration.sql";

    /// <summary>Writes a migration.</summary>
    public static void Write(string path, MigrationPlan plan, bool allowDataLoss) =>
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(MigrationRenderer.Render(plan, allowDataLoss)));

    /// <summary>Writes what leads from a baseline to a fresh snapshot. A report must not fail the build: what cannot be expressed is told in the file.</summary>
    public static void WriteReport(string path, DatabaseSnapshot from, DatabaseSnapshot to, IEnumerable<DeclaredRename> renames)
    {
        try
        {
            Write(path, MigrationPlan.Of(from, to, renames), allowDataLoss: false);
        }
        catch (SnapshotException failure) when (failure.Diagnostic.Rule == Rules.CannotMigrate || failure.Diagnostic.Rule == Rules.NoDdl)
        {
            AtomicFile.Write(path, Encoding.UTF8.GetBytes($"-- There is no migration ({failure.Diagnostic.Rule.Code}): {failure.Diagnostic.Message}\n"));
        }
    }
}
