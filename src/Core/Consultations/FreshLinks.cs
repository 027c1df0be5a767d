using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Ports;

namespace Almanach.Core.Consultations;

/// <summary>
/// Sends a person a new link to a consultation or to their own page, to the address on file and no other. Asked ten
/// times in a day, it is sent once. Somebody who objects to our messages gets it too: it answers their own request, and
/// without it they would have no way back in.
/// </summary>
public sealed class FreshLinks(Ledger ledger, Setting setting, NetworkDesk network, AudienceShelf audiences)
{
    public const string Partition = "links";

    public async Task<Refusal?> Send(Consultation consultation, Contact contact, DateTimeOffset now, CancellationToken stop = default)
    {
        if (!consultation.TakesAnswersAt(now))
            return Refusal.Because(Why.Closed, "Cette consultation est close\u00A0: il n’y a plus de lien à envoyer. Appelez la coordination si votre réponse doit encore compter.");
        return await Send(contact, consultation.Id, ConsultationDesk.Values(consultation, setting.Zone), ConsultationDesk.Link(consultation), consultation.Step, now, stop);
    }

    /// <summary>A new link to one's own page, from which all that is open can be answered.</summary>
    public Task<Refusal?> SendOwnPage(Contact contact, DateTimeOffset now, CancellationToken stop = default)
    {
        var until = now + PageLasts;
        var values = new Dictionary<string, string>
        {
            ["titre"] = "votre page",
            ["clôture"] = FrenchDates.Day(setting.Zone.DayOf(until)),
        };
        return Send(contact, OwnPage, values, new LinkTo(LinkPurpose.Person, "", until), "", now, stop);
    }

    /// <summary>
    /// The same to whoever has an address in the network. It never says whether somebody has: an address that nobody has
    /// is passed over.
    /// </summary>
    public async Task SendOwnPage(string address, DateTimeOffset now, CancellationToken stop = default)
    {
        foreach (var contact in (await network.Load(stop)).Active.Where(contact => string.Equals(contact.Address, address, StringComparison.OrdinalIgnoreCase)).ToList())
            _ = await SendOwnPage(contact, now, stop);
    }

    /// <summary>How long a new link to one's own page works.</summary>
    private static readonly TimeSpan PageLasts = TimeSpan.FromDays(90);

    private const string OwnPage = "page";

    private async Task<Refusal?> Send(
        Contact contact, string subject, Dictionary<string, string> values, LinkTo link, string step, DateTimeOffset now, CancellationToken stop)
    {
        if (!contact.Active)
            return Refusal.Because(Why.NotNow, "Nous n’envoyons plus de messages à cette adresse. Appelez la coordination\u00A0: elle rétablit votre lien avec vous.");

        var key = $"link-{subject}-{contact.Id}-{setting.Zone.DayOf(now):yyyy-MM-dd}";
        var audience = await audiences.Freeze([new AudienceMember(contact.Id, contact.Organisation, new Dictionary<string, IReadOnlyList<string>>())], stop);
        var mailing = new Mailing(
            key, "nouveau-lien", values, audience,
            "Vous recevez ce message parce qu’un nouveau lien a été demandé pour [organisme].",
            link, Replay.SendAgain, Requested: true);
        return await ledger.Carry(async () => await ledger.Find<SentLink>(Partition, key, stop) is not null
            ? new Draft.Nothing()
            : new Draft.Write(Partition,
                [new Change.Insert(key, Stored.Write(new SentLink(contact.Id, subject, now)))],
                [new Effect.SendMailing(mailing, key, now, step)]), stop);
    }
}

/// <summary>That a new link was sent that day, or one that enters the members’ area.</summary>
/// <param name="Consultation">Id of the consultation it opens; « page » for one's own page, « espace » for the members’ area.</param>
/// <param name="Used">When it was used, for one that works once; null before.</param>
public sealed record SentLink(string Contact, string Consultation, DateTimeOffset At, DateTimeOffset? Used = null);
