using System.Text;

namespace SchemaSnapshot.Tests;

/// <summary>Names as somebody would give them to break what shows them: the same ones in every run.</summary>
internal static class HostileNames
{
    /// <summary>How many are tried.</summary>
    public const int Count = 10_000;

    /// <summary>PostgreSQL cuts longer ones off.</summary>
    private const int LongestName = 63;

    private static readonly string[] Pieces =
    [
        "'", "\"", "\\", "\n", "\r\n", "\r", "\t", "\u0001", "\u0007", "\b", "\u001b[2J", "\u001b]0;owned\u0007", "\u007f", "\u0085", "\u009b31m", " ", "  ",
        "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\u2028", "\u2029", "\ue000", "\u0301", "é", "Ü", "表", "😀", "👩‍👩‍👧", "ﬂ°°60¶ß",
        "class", "namespace", "public", "void", "record", "@class", "__arglist", "Equals", "GetType", "value", "field", "ı", "İ",
        "*/", "/*", "//", "///", "\"\"\"", "{{", "}}", "{0}", "${x}", "]]>", "<![CDATA[", "</summary>", "<see cref=\"x\"/>", "#if", "#pragma", "; } class Pwned { } //", "\"); Pwned(); //",
        "|", "`", "```", "~~~", "</script>", "<script>", "<img src=x onerror=alert(1)>", "[a](https://b.c)", "![a](b)", "**", "__", "~~", "# ", "- ", "1. ", "> ", "<!--", "-->", "&lt;", "&#60;", "$x$", "https://a.b/c", "a@b.cd",
        "erDiagram", "||--o{", "}o", "{", "}", "%%", "%%{init: {}}%%", "direction LR", "accTitle: x", "#35;", "#59;", ":::x", "subgraph", "end",
        "$(Path)", "$([System.IO.File]::Delete('x'))", "%(Identity)", "@(Compile)", ";", "%3B", "%24", "*", "?", "=",
        "::error::x", "::set-output name=a::b", "##vso[task.setvariable variable=a]b", "##[error]x", "##teamcity[x]", "[error]", ": error CS0001: x", "error :",
        "; DROP TABLE t; --", "$$", "$body$", "E'\\\\'", "U&\"\\0041\"", "%s", "%I", "null", "true", ".", "..", "/", "../x", "CON", "a.b",
    ];

    /// <summary>The names, each once: none is empty, longer than PostgreSQL allows, or holds what no UTF-8 text can.</summary>
    public static IReadOnlyList<string> All { get; } = Make();

    private static string[] Make()
    {
        var random = new Random(20261121);
        var names = new HashSet<string>(Pieces.Where(piece => piece.Trim().Length > 0), StringComparer.Ordinal);
        while (names.Count < Count)
        {
            var name = Cut(string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => random.Next(5) == 0 ? Any(random) : Pieces[random.Next(Pieces.Length)])));
            if (name.Length > 0)
            {
                names.Add(name);
            }
        }

        return [.. names];
    }

    // Any character but NUL and the halves of others.
    private static string Any(Random random)
    {
        var number = random.Next(1, random.Next(3) == 0 ? 0x10FFFF : 0x3FF);
        return Rune.IsValid(number) ? new Rune(number).ToString() : "x";
    }

    private static string Cut(string name)
    {
        var cut = new StringBuilder();
        var bytes = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > LongestName)
            {
                break;
            }

            cut.Append(rune.ToString());
        }

        return cut.ToString();
    }
}
