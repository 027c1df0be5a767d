using System.Text;
using System.Text.RegularExpressions;
using Almanach.Core.Mail.Inbox;
using Almanach.Web.Cockpit.Rooms;

namespace Almanach.Web.Cockpit.Inbox;

/// <summary>Opens the coordinator's own mail program on an answer to a message (RFC 6068): its subject, and its first words quoted.</summary>
internal static partial class ReplyLink
{
    private const int MostSubject = 150;

    /// <summary>Programs take addresses of some two thousand characters, and one of ours is written with up to twelve.</summary>
    private const int MostQuoted = 200;

    /// <summary>« mailto:… »; empty where nobody is to be answered.</summary>
    public static string Of(Room room, ReceivedMail mail)
    {
        if (mail.From.Length == 0 || !mail.IsOfSomebody)
            return "";
        var subject = Again().IsMatch(mail.Subject) ? mail.Subject : $"Re: {mail.Subject}";
        var text = string.Join(' ', mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var body = $"\r\n\r\nLe {room.DayAt(mail.At)}, {Cut(mail.Name.Length > 0 ? mail.Name : mail.From, MostSubject)} a écrit\u00A0:\r\n> {Cut(text, MostQuoted)}\r\n";
        return $"mailto:{Uri.EscapeDataString(mail.From).Replace("%40", "@", StringComparison.Ordinal)}?subject={Uri.EscapeDataString(Cut(subject.Trim(), MostSubject))}&body={Uri.EscapeDataString(body)}";
    }

    /// <summary>Without cutting a character in two.</summary>
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            if (kept.Length + rune.Utf16SequenceLength > most)
                break;
            else
                kept.Append(rune);
        return $"{kept.ToString().TrimEnd()}\u00A0[…]";
    }

    [GeneratedRegex(@"^\s*re\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Again();
}
