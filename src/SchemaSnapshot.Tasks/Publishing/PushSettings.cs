using System.Globalization;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Publishing;

/// <summary>Reads the settings of the push that may be wrong in more ways than a word.</summary>
internal static class PushSettings
{
    /// <summary>The address of the API. A token goes over the network encrypted, or not at all.</summary>
    public static Uri BaseAddress(string text)
    {
        var isAddress = Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address);
        if (!isAddress || (address!.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp) || address.Query.Length + address.Fragment.Length > 0)
        {
            throw Wrong("SchemaSnapshotPushBaseAddress is no address of an API. Write it like https://api.sqldbm.com.");
        }

        if (address.UserInfo.Length > 0)
        {
            throw Wrong("SchemaSnapshotPushBaseAddress has a user or password in it, which binary logs record. Take it out; the token comes from the environment.");
        }

        return address.Scheme == Uri.UriSchemeHttps || address.IsLoopback
            ? address
            : throw Wrong($"SchemaSnapshotPushBaseAddress is {address}, and http would show the token to the network. Write https.");
    }

    /// <summary>The token as a header can have it. Never in a message, not even in part.</summary>
    public static string Token(string? value, string variable)
    {
        var token = value?.Trim() ?? "";
        if (token.Length == 0)
        {
            throw Wrong($"There is no token for SqlDBM: the environment variable {variable} is not set, and no .env file has it. Make one in SqlDBM's account settings and set it.");
        }

        return token.All(c => c is > ' ' and <= '~')
            ? token
            : throw Wrong($"The token in {variable} has blanks or characters that no token has. Copy it anew, without 'Bearer' and quotation marks.");
    }

    /// <summary>The longest time that one request may take.</summary>
    public static TimeSpan Timeout(string? seconds) =>
        int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 3600
            ? TimeSpan.FromSeconds(number)
            : throw new SnapshotException(Rules.UnknownValue.At($"SchemaSnapshotPushTimeout is '{seconds}', which is no value of it. Known are: whole seconds, 1 to 3600."));

    private static SnapshotException Wrong(string message) => new(Rules.PushNotConfigured.At(message));
}
