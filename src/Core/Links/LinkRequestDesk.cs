using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Library.Space;
using Almanach.Core.Mail;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Links;

/// <summary>
/// Takes an address that somebody typed to be sent a link. Nothing is looked up before it is answered: the same is written
/// whoever has the address, or nobody, so that neither the words of the answer nor its time say who is in the network.
/// </summary>
public sealed class LinkRequestDesk(Ledger ledger, SpaceDesk space, FreshLinks links)
{
    /// <summary>Requests that wait to be looked up: each does for a moment.</summary>
    public const int MostWaiting = 300;

    /// <summary>Refused for what is no address, and while very many wait: the worker is behind, or nobody types so much.</summary>
    /// <param name="id">Drawn at random: a hash of the address in keys or logs would tell it to whoever guesses.</param>
    public async Task<Refusal?> Ask(LinkPurpose purpose, string address, string id, DateTimeOffset now, CancellationToken stop = default)
    {
        if (!AddressForm.IsWellFormed(address))
            return Refusal.Invalid(new FieldError("adresse", address.Length == 0 ? "Donnez votre adresse électronique." : "Vérifiez cette adresse\u00A0: elle s’écrit comme prenom.nom@organisme.fr."));
        var waiting = 0;
        await foreach (var _ in ledger.List<LinkRequest>(LinkRequest.Partition, LinkRequest.Row(""), stop))
            if (++waiting >= MostWaiting)
                return Refusal.Because(Why.NotNow, "Beaucoup de demandes arrivent en ce moment. Recommencez dans quelques minutes, ou appelez la coordination.");
        return await ledger.Write(new Draft.Write(LinkRequest.Partition, [new Change.Put(LinkRequest.Row(id), Stored.Write(new LinkRequest(address, purpose, now)))], [new Effect.SendLinks(id, $"links-{id}", now)]), stop);
    }

    /// <summary>Sends what was asked, as of the instant it was asked, and forgets the address. Done twice, the desks send once.</summary>
    public async Task Perform(Effect.SendLinks effect, CancellationToken stop = default)
    {
        var row = LinkRequest.Row(effect.Id);
        if (await ledger.Find<LinkRequest>(LinkRequest.Partition, row, stop) is not { Value: var asked })
            return;
        if (asked.Purpose == LinkPurpose.Space)
            await space.Send(asked.Address, asked.At, stop);
        else
            await links.SendOwnPage(asked.Address, asked.At, stop);
        await ledger.Write(new Draft.Write(LinkRequest.Partition, [new Change.Delete(row)], []), stop);
    }
}
