using System.Data.Common;
using Npgsql;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Reads Npgsql's <c>Host=…;Database=…</c>, and says what is wrong with one without showing a value.</summary>
internal static class NpgsqlText
{
    private static readonly string[] PasswordNames = ["password", "pwd", "psw"];

    /// <summary>Reads it.</summary>
    /// <returns>Null where Npgsql does not take it.</returns>
    public static NpgsqlConnectionStringBuilder? TryParse(string text)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(text);
            // Without the ';' between them, Npgsql takes a password for the end of a host's name, and we would show it.
            string?[] shown = [builder.Host, builder.Database, builder.Username];
            return Array.Exists(shown, value => value?.Contains('=', StringComparison.Ordinal) == true) ? null : builder;
        }
        catch (Exception e) when (IsComplaint(e))
        {
            return null;
        }
    }

    /// <summary>What is wrong with it.</summary>
    public static string Problem(string text)
    {
        const string Forms = "write postgres://user:password@host/database or Host=…;Database=…;Username=…;Password=…";
        var pairs = new DbConnectionStringBuilder();
        try
        {
            pairs.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            return Forms;
        }

        // What follows a password may be a piece of it that an unquoted ';' cut off.
        foreach (var name in pairs.Keys.Cast<string>().TakeWhile(name => !PasswordNames.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            try
            {
                new NpgsqlConnectionStringBuilder()[name] = pairs[name];
            }
            catch (Exception e) when (IsComplaint(e))
            {
                return LooksLikeAName(name) ? $"the parameter '{name}' is not known or has a value that means nothing" : Forms;
            }
        }

        return pairs.Keys.Count == 1 ? Forms : "what follows the password is not understood; a password with ';' or quotes in it must stand in quotes";
    }

    private static bool IsComplaint(Exception e) =>
        e is ArgumentException or FormatException or OverflowException or InvalidCastException or InvalidOperationException or NotSupportedException;

    private static bool LooksLikeAName(string text) => text.Length <= 40 && text.All(c => char.IsAsciiLetter(c) || c is ' ' or '_');
}
