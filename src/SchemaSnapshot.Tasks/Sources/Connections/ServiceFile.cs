using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Finds a service in libpq's <c>pg_service.conf</c>.</summary>
internal static class ServiceFile
{
    /// <summary>The parameters of a service.</summary>
    public static List<KeyValuePair<string, string>> Read(string service, string? servicefile, SourceEnvironment environment)
    {
        foreach (var file in Places(servicefile, environment).Where(File.Exists))
        {
            if (Section(file, service) is { } found)
            {
                return found;
            }
        }

        throw new SnapshotException(Rules.MalformedConnection.At(
            $"The service '{OneLine.Of(service)}' (PGSERVICE or 'service=') is in none of {string.Join(", ", Places(servicefile, environment))}."));
    }

    private static List<string> Places(string? servicefile, SourceEnvironment environment)
    {
        var named = servicefile ?? environment["PGSERVICEFILE"];
        var home = OperatingSystem.IsWindows()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "postgresql")
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var places = new List<string> { named ?? Path.Combine(home, ".pg_service.conf") };
        places.Add(Path.Combine(environment["PGSYSCONFDIR"] ?? "/etc/postgresql-common", "pg_service.conf"));
        return places;
    }

    private static List<KeyValuePair<string, string>>? Section(string file, string service)
    {
        List<KeyValuePair<string, string>>? found = null;
        foreach (var line in File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[')
            {
                if (found is not null)
                {
                    break;
                }

                found = line == $"[{service}]" ? [] : null;
            }
            else if (found is not null && line.Split('=', 2) is [var name, var value])
            {
                found.Add(new(name.Trim(), value.Trim()));
            }
        }

        return found;
    }
}
