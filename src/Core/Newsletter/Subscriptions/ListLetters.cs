using Almanach.Core.Links;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Mime;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Newsletter.Subscriptions;

/// <summary>What a letter to a list says besides its text: which list it is (RFC 2919), and how one leaves it (RFC 2369, RFC 8058).</summary>
public static class ListLetters
{
    /// <summary>The slot of the page where one leaves the list.</summary>
    public const string Leave = "désabonnement";

    /// <summary>The slot of the page where one chooses what one receives.</summary>
    public const string Choose = "mes messages";

    /// <summary>
    /// For mail programs. Leaving by mail is not offered: the inbox reads answers, and knows no such demand. Whatever signs the
    /// mail by DKIM must sign these too (RFC 8058, 4).
    /// </summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Headers(NewsletterSetting newsletter, Brand brand) =>
    [
        new("List-Id", $"{HeaderLine.Phrase(newsletter.Title)} <{newsletter.Id}.{MailAddresses.Ascii(brand.Mailbox)?.Split('@')[^1] ?? brand.Id}>"),
        new("List-Unsubscribe", $"<{Slots.Mark(Leave)}>"),
        new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    ];

    /// <summary>For people.</summary>
    public static IReadOnlyList<MailLink> Foot { get; } =
        [new("Ne plus recevoir cette lettre", Slots.Mark(Leave)), new("Choisir ce que je reçois", Slots.Mark(Choose))];

    /// <summary>Both, for one person's copy.</summary>
    public static void Fill(Dictionary<string, SlotValue> slots, string list, Contact contact, DateTimeOffset mailed, LinkMaker links)
    {
        slots[Leave] = new SlotValue.Text(links.Unsubscription(contact, list, mailed));
        slots[Choose] = new SlotValue.Text(Subscriber.Read(contact.Id) is null ? links.Choices(contact, mailed) : links.Subscription(contact, mailed));
    }
}
