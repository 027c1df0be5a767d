using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Links;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Library.Space;

/// <summary>
/// Mails a member the link by which she enters the members’ area, and takes it once. A few links a day, so that nobody fills
/// somebody’s mailbox from this page; beyond, one whenever she has none left that works, so that nobody locks her out either.
/// </summary>
public sealed class SpaceDesk(Ledger ledger, Setting setting, NetworkDesk network, AudienceShelf audiences)
{
    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    /// <summary>Links to one person in one day, as long as one of them still works.</summary>
    public const int MostInADay = 4;

    /// <summary>How long a link that was used still leads inside: who presses twice has let the first answer go, and the cookie with it.</summary>
    public static readonly TimeSpan PressedAgain = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    private const string Name = "espace";

    /// <summary>A link to each person whose address it is; to nobody where it is nobody’s.</summary>
    /// <param name="now">When it was asked.</param>
    public async Task Send(string address, DateTimeOffset now, CancellationToken stop = default)
    {
        foreach (var contact in (await network.Load(stop)).Active.Where(contact => string.Equals(contact.Address, address, StringComparison.OrdinalIgnoreCase)).ToList())
            await Send(contact, now, stop);
    }

    /// <summary>Uses a link; one that was used, or that nobody was sent, opens nothing.</summary>
    public async Task<Refusal?> Enter(PersonalLink link, DateTimeOffset now, CancellationToken stop = default) => await ledger.Carry(async () =>
    {
        var key = Key(link.Contact, link.Subject);
        if (link.Purpose != LinkPurpose.Space || link.Expires <= now || !StoreLimits.IsName(key)
            || await ledger.Find<SentLink>(FreshLinks.Partition, key, stop) is not { Value: var sent } held || now - sent.Used >= PressedAgain)
            return new Draft.Refuse(Refusal.Because(Why.Closed, "Ce lien a déjà servi, ou il est trop ancien. Demandez-en un autre\u00A0: il arrive aussitôt."));
        return sent.Used is null
            ? new Draft.Write(FreshLinks.Partition, [new Change.Replace(key, Stored.Write(sent with { Used = now }), held.Version)], [])
            : new Draft.Nothing();
    }, stop);

    private Task<Refusal?> Send(Contact contact, DateTimeOffset now, CancellationToken stop) => ledger.Carry(async () =>
    {
        var day = $"{setting.Zone.DayOf(now):yyyyMMdd}-";
        List<SentLink> today = [];
        await foreach (var held in ledger.List<SentLink>(FreshLinks.Partition, Key(contact.Id, day), stop))
            today.Add(held.Value);
        if (!IsDue(today, now))
            return new Draft.Nothing();
        var subject = $"{day}{today.Count + 1}";
        var key = Key(contact.Id, subject);
        return new Draft.Write(FreshLinks.Partition, [new Change.Insert(key, Stored.Write(new SentLink(contact.Id, Name, now)))],
            [new Effect.SendMailing(await Letter(contact, key, subject, now, stop), key, now, "")]);
    }, stop);

    /// <summary>Whether one more is sent to who was sent these on the same day, used or not.</summary>
    private static bool IsDue(IReadOnlyList<SentLink> today, DateTimeOffset now) =>
        !today.Any(sent => now - sent.At < Between) && (today.Count < MostInADay || !today.Any(sent => sent.Used is null && now < sent.At + Lasts));

    private async Task<Mailing> Letter(Contact contact, string key, string subject, DateTimeOffset now, CancellationToken stop)
    {
        var until = now + Lasts;
        return new Mailing(
            key, TextCatalogue.SpaceLink, new Dictionary<string, string> { ["clôture"] = FrenchDates.DayAt(setting.Zone.LocalOf(until)) },
            await audiences.Freeze([new AudienceMember(contact.Id, contact.Organisation, new Dictionary<string, IReadOnlyList<string>>())], stop),
            "Vous recevez ce message parce qu’un lien vers l’espace des membres a été demandé pour [organisme].",
            new LinkTo(LinkPurpose.Space, subject, until), Replay.SendAgain, Requested: true, Expires: until);
    }

    private static string Key(string contact, string subject) => $"{Name}-{contact}-{subject}";
}
