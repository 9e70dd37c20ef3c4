using System.Text;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>The search finds what it is there to find.</summary>
public sealed class SecretSearchTests
{
    private const string Secret = "s3cr3t-Ünïcode&Co";

    [Theory]
    [InlineData("Password=s3cr3t-Ünïcode&Co;")]
    [InlineData("postgres://app:s3cr3t-%C3%9Cn%C3%AFcode%26Co@db/shop")]
    [InlineData("postgres://app:s3cr3t-%c3%9cn%c3%afcode%26Co@db/shop")]
    [InlineData("the value 's3cr3t-Ünï…' is no port")]
    [InlineData("s3cr3t-Ün\n        ïcode&Co")]
    [InlineData("&Co is the end of Ünïcode&amp;Co")]
    public void A_secret_is_found_in_any_form(string text) => Assert.NotNull(new SecretSearch(Secret).FindIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("app:")]
    public void A_secret_is_found_in_base64_wherever_it_begins(string before)
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{Secret}@db"));

        Assert.NotNull(new SecretSearch(Secret).FindIn($"Authorization: Basic {encoded}"));
    }

    [Fact]
    public void A_secret_is_found_in_UTF16_and_as_digits()
    {
        Assert.NotNull(new SecretSearch(Secret).FindIn([.. Encoding.Unicode.GetBytes($"x{Secret}x")]));
        Assert.NotNull(new SecretSearch(Secret).FindIn(Convert.ToHexString(Encoding.UTF8.GetBytes(Secret))));
    }

    [Fact]
    public void Nothing_is_found_where_nothing_is() => Assert.Null(new SecretSearch(Secret).FindIn("127.0.0.1:5432, database 'shop', user 'app': the secret is not told"));
}
