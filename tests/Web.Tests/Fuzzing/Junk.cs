namespace Almanach.Web.Tests.Fuzzing;

/// <summary>What a field, a segment or a value may hold that nobody meant.</summary>
internal static class Junk
{
    private static readonly string[] Texts =
    [
        "", " ", "\t\r\n\u00A0", "\0", "a\0b", "\u0001\u001B\u007F\u0085", "\uD800", "a\uDC00b", "\uFFFD\uFFFF\uFEFF", "\u202Eabc\u202C", "\u200B", "e\u0301", "\u2028", "İ", "ß", "Ａ", "😀👩‍👩‍👧",
        "%", "%zz", "%00", "%2e%2e%2f", "&", "=", "+", ";", "|", "a|b", "/", "\\", "..", "../../etc/passwd", ".", "-", "_", "~", "#", "?", "'", "\"", "`", "*", "(", "((((((((((", "[", "{", "{0}", "{{x}}", "[[slot]]", "[lien]", "${x}", "$1", "^(a+)+$",
        "-1", "0", "1", "00", "+1", "1.5", "1,5", "1e9", "1e999", "NaN", "Infinity", "-0", "0x10", "²", "٣", "2147483647", "2147483648", "-2147483648", "9223372036854775807", "9223372036854775808", "99999999999999999999999999",
        "0001-01-01", "0000-00-00", "9999-12-31", "1999-12-31", "2199-12-31", "2200-01-01", "2021-02-30", "2022-13-01", "2022-3-7", "07/03/2022", "20220307-0930", "99999999-9999", "00010101-0000", "99991231-2359", "2022-03-07T09:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "2021-10-31T02:30:00+02:00",
        "00:00", "24:00", "23:59:60", "99h", "2h", "true", "false", "null", "oui", "non", "on", "undefined", "[]", "{}", "<script>alert(1)</script>", "<!--", "]]>", "' OR 1=1 --", "=1+1", "@SUM(1)", "\r\nX-Entete: oui", "\n.\n",
        "a@b", "a@b.fr", "anne.martin@exemple.fr", "\"a b\"@exemple.fr", "a@@b.fr", "a@b.fr,c@d.fr", "a@xn--", "<a@b.fr>", "http://", "https://[::1", "https://exemple.fr/?a=b#c", "javascript:alert(1)", "//exemple.fr", "mailto:a@b.fr", "file:///etc/passwd", "https://exemple.fr:99999/",
        "2022", "2021", "1999", "2101", "9999", "10000", "2022-themes", "2022-copil", "copil", "drome", "c0001", "lettre", "2022-lettre-1", "2022-", "-2022", "2022-2022-copil", "Approval", "done", "adopted", "organisation|drome", "relance", "programme-2022", "v1.0.x.y",
    ];

    public static string Any(Random random) => random.Next(40) switch
    {
        0 => new string('x', 500),
        1 => new string('é', 12_000),
        2 => random.Next(6) == 0 ? new string('x', 1_000_000) : new string('9', 400),
        3 => string.Concat(Enumerable.Repeat("\u0301", 3_000)),
        4 => string.Concat(Enumerable.Repeat("a\n", 8_000)),
        5 => new string([.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => (char)random.Next(0x1, 0xFFFF))]),
        6 => string.Concat(Enumerable.Repeat("un deux trois ", 2_000)),
        7 => $"{Texts[random.Next(Texts.Length)]}{Texts[random.Next(Texts.Length)]}",
        8 => string.Concat(Enumerable.Repeat("((", 3_000)),
        _ => Texts[random.Next(Texts.Length)],
    };

    /// <summary>A text nearly as it was.</summary>
    public static string Near(string text, Random random)
    {
        if (text.Length == 0)
            return Any(random);
        var at = random.Next(text.Length);
        return random.Next(8) switch
        {
            0 => text[..at],
            1 => text[at..],
            2 => text + text,
            3 => text.Remove(at, 1),
            4 => text.Insert(at, $"{(char)random.Next(1, 0x250)}"),
            5 => $"{text[..at]}{(char)(text[at] ^ (1 << random.Next(7)))}{text[(at + 1)..]}",
            6 => text.ToUpperInvariant(),
            _ => $"{text} ",
        };
    }
}
