using Almanach.Core.Mail.Incoming.Mime;

namespace Almanach.Core.Mail.Incoming;

/// <summary>Messages that are nobody's answer, by how they are made.</summary>
internal static class Senders
{
    /// <summary>Receipts of reading and of delivery, and other reports (RFC 6522).</summary>
    public static bool IsReport(MimePart message) => message.Media == "multipart/report" || message.Walk().Any(part => part.Media == "message/disposition-notification");

    /// <summary>What a calendar answers, or asks (RFC 5546).</summary>
    public static bool IsCalendar(MimePart message) =>
        message.Walk().Any(part => part.Media == "text/calendar" && !part.IsFile && Methods.In(part.Text()));

    /// <summary>As a filter on the way found.</summary>
    public static bool IsSpam(HeaderBlock headers) =>
        headers.First("X-Spam-Flag").Equals("YES", StringComparison.OrdinalIgnoreCase) || headers.First("X-Spam-Status").StartsWith("Yes", StringComparison.OrdinalIgnoreCase);

    /// <summary>Receipts of reading in plain words, and reports of what other systems make of our mail.</summary>
    public static bool IsReceipt(HeaderBlock headers, string whole) => Read.In(headers.First("Subject")) && Opened.In(whole) || Reports.In(headers.First("Subject"));

    private static readonly Phrases Read = new(@"^(lu|read|non lu|supprimé|not read|accusé de lecture)\s?:|^accusé de lecture");

    private static readonly Phrases Opened = new(@"\b(a été (lu|ouvert|affiché|supprimé)|was (read|displayed|deleted)|lu le|ouvert le|accusé de lecture)");

    private static readonly Phrases Reports = new(@"^report domain:");

    /// <summary>Outlook asks to take a message back.</summary>
    public static bool IsRecall(HeaderBlock headers, string whole) => Recalls.In(headers.First("Subject")) && Recalling.In(whole);

    /// <summary>Sent to many at once (RFC 2369, RFC 2919), and not as an answer to one of ours.</summary>
    public static bool IsNewsletter(HeaderBlock headers, string whole)
    {
        if (headers.Has("In-Reply-To") || headers.Has("References"))
            return false;
        return Machines.In(headers.First("From")) || headers.Has("List-Unsubscribe") || headers.Raw("Precedence").Trim().ToLowerInvariant() is "bulk" or "junk" or "list" || Online.In(whole) && Leaving.In(whole);
    }

    private static readonly Phrases Machines = new(@"<?(no-?reply|ne-?pas-?repondre|noreply[^@]*|do-?not-?reply|notifications?|alertes?)@");

    private static readonly Phrases Methods = new(@"method:(reply|request|cancel|counter|publish)");

    private static readonly Phrases Recalls = new(@"^(rappel|recall)\s?:");

    private static readonly Phrases Recalling = new(@"(souhaite|voudrait|désire) rappeler (le|ce|un) message|would like to recall the message");

    private static readonly Phrases Online = new(@"(version|lire|voir|consulte[rz]?|affiche[rz]?|view|read)\b.{0,60}(en ligne|navigateur|online|browser|web)");

    private static readonly Phrases Leaving = new(@"désinscri|désabonn|ne plus recevoir|unsubscribe|opt.?out");
}
