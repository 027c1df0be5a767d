using System.Globalization;
using System.Text;

namespace Almanach.Core.Mail.Inbox;

/// <summary>What somebody wrote on the site, as a message like any other: it is kept, shown and erased the same way.</summary>
internal static class WrittenMail
{
    /// <param name="address">Well formed: plain ASCII, no angle bracket.</param>
    public static byte[] Of(string name, string address, string subject, string text, DateTimeOffset at) => Encoding.ASCII.GetBytes(string.Join("\r\n",
    [
        $"From: {Word(name)} <{address}>",
        $"Subject: {Word(subject)}",
        $"Date: {at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: base64",
        "",
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text), Base64FormattingOptions.InsertLineBreaks),
        "",
    ]));

    /// <summary>Encoded words (RFC 2047), each short enough for a line and cut between characters.</summary>
    private static string Word(string text) => string.Join("\r\n ", Pieces(text).Select(piece => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(piece))}?="));

    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            piece.Append(rune);
            if (Encoding.UTF8.GetByteCount(piece.ToString()) > 38)
            {
                yield return piece.ToString();
                piece.Clear();
            }
        }
        if (piece.Length > 0)
            yield return piece.ToString();
    }
}
