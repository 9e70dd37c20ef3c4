using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>Reads the <c>SchemaSnapshotEnvironment</c> items.</summary>
internal static class EnvironmentItems
{
    /// <summary>The environments, in the order of the project.</summary>
    /// <param name="items">Name and <c>ConnectionVariable</c> of each.</param>
    public static IReadOnlyList<NamedEnvironment> Read(IEnumerable<(string Name, string? Variable)> items)
    {
        var environments = new List<NamedEnvironment>();
        foreach (var (name, variable) in items)
        {
            // The name becomes part of a file's.
            if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
            {
                throw Wrong($"SchemaSnapshotEnvironment is '{name}', which is no name for one. Use letters, digits, '.', '_' and '-'.");
            }

            if (environments.Exists(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                throw Wrong($"There are two SchemaSnapshotEnvironment items {name}. Give each a name of its own.");
            }

            environments.Add(new(name, PropertyValue.VariableName($"The ConnectionVariable of SchemaSnapshotEnvironment {name}", variable)
                ?? throw Wrong($"SchemaSnapshotEnvironment {name} has no ConnectionVariable. Write the name of the variable that holds its connection there: ConnectionVariable=\"STAGING_DATABASE_URL\".")));
        }

        return environments;
    }

    private static SnapshotException Wrong(string message) => new(Rules.UnknownValue.At(message));
}
