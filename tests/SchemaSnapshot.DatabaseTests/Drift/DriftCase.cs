using SchemaSnapshot.Comparison;

namespace SchemaSnapshot.DatabaseTests.Drift;

/// <summary>Old DDL, new DDL, and what the difference must be found to mean. Files in <c>Cases</c> hold many.</summary>
/// <param name="Name">What it is about.</param>
internal sealed record DriftCase(string Name)
{
    /// <summary>The oldest version of PostgreSQL that takes it.</summary>
    public int Since { get; private set; }

    /// <summary>What makes the old schema.</summary>
    public string Old { get; private set; } = "";

    /// <summary>What makes the new schema out of nothing; null where <see cref="Then"/> leads to it.</summary>
    public string? New { get; private set; }

    /// <summary>What makes the new schema out of the old one.</summary>
    public string? Then { get; private set; }

    /// <summary>What takes away objects that do not live in the schema.</summary>
    public string Clean { get; private set; } = "";

    /// <summary>The versions that the servers are to have, before and after; null for the server's own.</summary>
    public (string Before, string After)? Versions { get; private set; }

    /// <summary>Whether the way back is none that is looked at as the way there is.</summary>
    public bool IsOneWay { get; private set; }

    /// <summary>The renames that are declared.</summary>
    public List<DeclaredRename> Renames { get; } = [];

    /// <summary>Code and object of each change.</summary>
    public List<string> Expected { get; } = [];

    /// <summary>Codes that must not be among them, though they are near.</summary>
    public List<string> NearMisses { get; } = [];

    /// <summary>The cases of a file.</summary>
    public static IEnumerable<DriftCase> Parse(string text)
    {
        DriftCase? current = null;
        var section = "";
        foreach (var line in text.Split('\n'))
        {
            if (Value(line, "case") is { } name)
            {
                if (current is not null)
                {
                    yield return current;
                }

                current = new DriftCase(name);
                section = "";
            }
            else if (line is "-- old" or "-- new" or "-- then" or "-- clean")
            {
                section = line[3..];
            }
            else if (line.StartsWith("-- ", StringComparison.Ordinal))
            {
                current!.Setting(line);
            }
            else
            {
                current?.Statement(section, line + "\n");
            }
        }

        yield return current!;
    }

    private static string? Value(string line, string key) =>
        line.StartsWith($"-- {key}: ", StringComparison.Ordinal) ? line[(key.Length + 5)..] : null;

    private void Setting(string line)
    {
        if (Value(line, "expect") is { } expected)
        {
            Expected.AddRange(expected == "nothing" ? [] : [expected]);
        }
        else if (Value(line, "near miss") is { } code)
        {
            NearMisses.Add(code);
        }
        else if (Value(line, "rename")?.Split(' ') is [var from, var to])
        {
            Renames.Add(new DeclaredRename(from, to));
        }
        else if (Value(line, "versions")?.Split(' ') is [var before, var after])
        {
            Versions = (before, after);
        }
        else if (line == "-- one way")
        {
            IsOneWay = true;
        }
        else if (Value(line, "since") is { } since)
        {
            Since = int.Parse(since, System.Globalization.CultureInfo.InvariantCulture);
        }
        else
        {
            throw new InvalidDataException($"{Name}: a line that means nothing: {line}");
        }
    }

    private void Statement(string section, string line)
    {
        switch (section)
        {
            case "old":
                Old += line;
                break;
            case "new":
                New += line;
                break;
            case "then":
                Then += line;
                break;
            case "clean":
                Clean += line;
                break;
        }
    }
}
