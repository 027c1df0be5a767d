using System.Text;

namespace Almanach.Core.Mail.Mime;

/// <summary>Encoded-words (RFC 2047) in UTF-8 and Q, with the characters that are safe in names too (section 5, rule 3).</summary>
internal static class EncodedWords
{
    private const int Longest = 75;
    private const string Start = "=?utf-8?Q?";
    private const string End = "?=";

    /// <summary>
    /// The text as encoded-words of at most 75 characters, cut between characters; the first one leaves room for the
    /// header's name on its line.
    /// </summary>
    public static List<string> Encode(string text, int firstLongest)
    {
        var words = new List<string>();
        var word = new StringBuilder(Start);
        var longest = Math.Min(firstLongest, Longest);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var bytes = rune.EncodeToUtf8(utf8);
            var width = bytes == 1 && IsPlain((char)utf8[0]) ? 1 : 3 * bytes;
            if (word.Length + width + End.Length > longest && word.Length > Start.Length)
            {
                words.Add(word.Append(End).ToString());
                word.Clear().Append(Start);
                longest = Longest;
            }
            foreach (var value in utf8[..bytes])
                Append(word, value);
        }
        words.Add(word.Append(End).ToString());
        return words;
    }

    private static void Append(StringBuilder word, byte value)
    {
        if (value == ' ')
            word.Append('_');
        else if (IsPlain((char)value))
            word.Append((char)value);
        else
            word.Append('=').Append("0123456789ABCDEF"[value >> 4]).Append("0123456789ABCDEF"[value & 15]);
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is ' ' or '!' or '*' or '+' or '-' or '/';
}
