using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Ports;

namespace Almanach.Core.Consultations;

/// <summary>
/// Sends a person a new link to a consultation, to the address on file and no other. Asked ten times in a day, it is
/// sent once.
/// </summary>
public sealed class FreshLinks(Ledger ledger, Setting setting, AudienceShelf audiences)
{
    public const string Partition = "links";

    public async Task<Refusal?> Send(Consultation consultation, Contact contact, DateTimeOffset now, CancellationToken stop = default)
    {
        if (!consultation.TakesAnswersAt(now))
            return Refusal.Because(Why.Closed, "Cette consultation est close\u00A0: il n’y a plus de lien à envoyer. Appelez la coordination si votre réponse doit encore compter.");
        if (!contact.Active || contact.Suppressed)
            return Refusal.Because(Why.NotNow, "Nous n’envoyons plus de messages à cette adresse. Appelez la coordination\u00A0: elle rétablit votre lien avec vous.");

        var key = $"link-{consultation.Id}-{contact.Id}-{setting.Zone.DayOf(now):yyyy-MM-dd}";
        var audience = await audiences.Freeze([new AudienceMember(contact.Id, contact.Organisation, new Dictionary<string, IReadOnlyList<string>>())], stop);
        var mailing = new Mailing(
            key, "nouveau-lien", ConsultationDesk.Values(consultation, setting.Zone), audience,
            "Vous recevez ce message parce qu’un nouveau lien a été demandé depuis la page de réponse de [organisme].",
            ConsultationDesk.Link(consultation), Replay.SendAgain);
        return await ledger.Carry(async () => await ledger.Find<SentLink>(Partition, key, stop) is not null
            ? new Draft.Nothing()
            : new Draft.Write(Partition,
                [new Change.Insert(key, Stored.Write(new SentLink(contact.Id, consultation.Id, now)))],
                [new Effect.SendMailing(mailing, key, now, consultation.Step)]), stop);
    }
}

/// <summary>That a new link was sent that day.</summary>
public sealed record SentLink(string Contact, string Consultation, DateTimeOffset At);
