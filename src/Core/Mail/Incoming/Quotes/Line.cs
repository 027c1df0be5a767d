using System.Text;

namespace Almanach.Core.Mail.Incoming.Quotes;

/// <summary>One line of a mail, and as it is compared.</summary>
/// <param name="Raw">As written, without the marks of quotation.</param>
/// <param name="Plain">With ordinary spaces, straight apostrophes and no marks of emphasis, trimmed.</param>
/// <param name="Depth">How often it is quoted: « &gt; » at its start.</param>
internal readonly record struct Line(string Raw, string Plain, int Depth)
{
    public bool IsBlank => Plain.Length == 0;

    public bool IsOwn => Depth == 0;

    /// <summary>An item of a list: « - », « • », « 1. », « a) ».</summary>
    public bool IsItem => Bullets.Of(Plain) > 0;

    public static Line Read(string text)
    {
        var (depth, at) = (0, 0);
        for (var i = 0; i < text.Length && depth < 50; i++)
            if (text[i] == '>')
                (depth, at) = (depth + 1, i + 1);
            else if (text[i] != ' ' || i - at > 1)
                break;
        // « SD> »: some programs mark with initials.
        if (depth == 0 && Initials.In(text))
            (depth, at) = (1, text.IndexOf('>', StringComparison.Ordinal) + 1);
        var raw = depth == 0 ? text : text[at..];
        return new Line(raw.TrimEnd(), Plainly(raw), depth);
    }

    public static IReadOnlyList<Line> All(string text) => [.. Glued.Replace(text, "$1\n$2").Split('\n').Take(20_000).Select(Read)];

    /// <summary>A program's line that another one glued to the words.</summary>
    private static readonly SafePattern Glued = new(@"([^\s>(«])(envoyé (depuis|de|à partir de) mon (smartphone|mobile|téléphone|iphone|ipad|appareil))");

    private static readonly Phrases Initials = new(@"^[A-Z]{2,3}> ");

    private static string Plainly(string raw)
    {
        var plain = new StringBuilder(raw.Length);
        foreach (var c in raw.Length > 1_000 ? raw[..1_000] : raw)
            if (c is '\u00A0' or '\u202F' or '\t' or '\u2003' or '\u2002')
                plain.Append(' ');
            else if (c is '\u2019' or '\u02BC' or '\u00B4')
                plain.Append('\'');
            else if (c is not ('*' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u200E' or '\u200F' or '\u2060' or '\u00AD'))
                plain.Append(c);
        return plain.ToString().Trim();
    }
}
