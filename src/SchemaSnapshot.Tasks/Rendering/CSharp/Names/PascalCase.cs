using System.Globalization;
using System.Text;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Makes C# names of PostgreSQL's: <c>company_master</c> gives <c>CompanyMaster</c>.</summary>
internal static class PascalCase
{
    /// <summary>The name. It is a valid identifier, whatever it is made of, and never a keyword: those are all in small letters.</summary>
    public static string Of(string name)
    {
        var normal = Normalized(name);
        var isShouted = !normal.Any(char.IsLower);
        var result = new StringBuilder(normal.Length);
        var isStart = true;
        foreach (var c in normal)
        {
            if (!IsPart(c))
            {
                isStart = true;
                continue;
            }

            result.Append(isStart ? char.ToUpperInvariant(c) : isShouted ? char.ToLowerInvariant(c) : c);
            isStart = false;
        }

        return result.Length == 0 ? Spelled(name) : IsFirst(result[0]) ? result.ToString() : $"_{result}";
    }

    /// <summary>Whether a text is an identifier that is no keyword.</summary>
    public static bool IsIdentifier(string text) => IsWord(text) && !text.All(char.IsAsciiLetterLower);

    /// <summary>Whether a text is made as an identifier is; it may be a keyword.</summary>
    public static bool IsWord(string text) => text.Length > 0 && (IsFirst(text[0]) || text[0] == '_') && text.All(c => IsPart(c) || c == '_');

    /// <summary>The name that one would expect the C# name to be made of: <c>company_master</c> of <c>CompanyMaster</c>.</summary>
    public static string Back(string identifier)
    {
        var result = new StringBuilder(identifier.Length + 4);
        foreach (var c in identifier)
        {
            result.Append(char.IsUpper(c) && result.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(c));
        }

        return result.ToString();
    }

    // Of signs alone: their code points.
    private static string Spelled(string name) => name.Length == 0 ? "Empty" : $"U{string.Join("U", name.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)))}";

    // Two spellings of one character would be two identifiers to nobody but the compiler.
    private static string Normalized(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return name; // half a surrogate pair
        }
    }

    private static bool IsFirst(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter
        or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter
        or UnicodeCategory.LetterNumber;

    private static bool IsPart(char c) => IsFirst(c) || char.GetUnicodeCategory(c) is
        UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark;
}
