using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Retention;

namespace Almanach.Core.Newsletter.Subscriptions;

/// <summary>The public form of the newsletters: somebody asks, is mailed one link, and receives nothing until she confirms by it.</summary>
public sealed class SignUpDesk(Ledger ledger, Setting setting, NetworkDesk network, SubscriptionDesk subscriptions, SubscriberDesk subscribers, SuppressionDesk suppressions, AudienceShelf audiences)
{
    /// <summary>Whether the platform has a newsletter, and words to confirm by.</summary>
    public bool IsOpen => setting.Platform.Newsletters.Count > 0 && setting.Folder.Texts.ContainsKey(TextCatalogue.SubscriptionAsked);

    /// <summary>Answers the same whoever has the address, or nobody.</summary>
    /// <param name="id">Drawn at random, for an address that has none.</param>
    public async Task<Refusal?> Ask(IReadOnlyList<string> lists, string address, string id, DateTimeOffset now, CancellationToken stop = default)
    {
        if (!IsOpen)
            return Refusal.Because(Why.NotNow, "Cette plate-forme n’a pas de lettre à laquelle s’abonner.");
        if (SubscriptionRules.Check(lists, address, setting.Platform.Newsletters) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);
        var today = setting.Zone.DayOf(now);
        var known = await subscribers.IdOf(address, stop) ?? id;
        return await ledger.Carry(async () =>
        {
            // Said before anybody is looked up, so that it tells nothing of who subscribes.
            var day = await ledger.Find<SubscriptionDay>(SubscriptionRequest.Partition, SubscriptionDay.Row(today), stop);
            if (day?.Value.Mails >= SubscriptionRules.MostADay)
                return new Draft.Refuse(Refusal.Because(Why.NotNow, "Beaucoup de demandes sont arrivées aujourd’hui. Réessayez demain, ou écrivez à la coordination."));
            var request = await OfAddress(address, stop);
            var standing = request?.Value.HasLapsed(now) == false ? request.Value : null;
            if (SubscriptionRules.Ask(standing, known, address, lists, now, today) is not { } asked)
                return new Draft.Nothing();
            List<Change> changes =
            [
                new Change.Put(SubscriptionRequest.Row(asked.Request.Id), Stored.Write(asked.Request)),
                new Change.Put(AddressMark.Row(address), Stored.Write(new AddressMark(asked.Request.Id))),
            ];
            if (request is { } lapsed && lapsed.Value.Id != asked.Request.Id)
                changes.Add(new Change.Delete(lapsed.Key, lapsed.Version));
            if (!asked.Mails)
                return new Draft.Write(SubscriptionRequest.Partition, changes, []);
            var counted = Stored.Write(new SubscriptionDay((day?.Value.Mails ?? 0) + 1));
            changes.Add(day is null ? new Change.Insert(SubscriptionDay.Row(today), counted) : new Change.Replace(day.Key, counted, day.Version));
            var mailing = await Mailing(asked.Request, today, stop);
            return new Draft.Write(SubscriptionRequest.Partition, changes, [new Effect.SendMailing(mailing, mailing.Key, now, "")]);
        }, stop);
    }

    /// <summary>What somebody asked for and has not confirmed; null for nothing, or too long ago.</summary>
    public async Task<SubscriptionRequest?> Find(string id, DateTimeOffset now, CancellationToken stop = default) =>
        (await ledger.Find<SubscriptionRequest>(SubscriptionRequest.Partition, SubscriptionRequest.Row(id), stop))?.Value is { } request && !request.HasLapsed(now) ? request : null;

    /// <summary>
    /// Takes a confirmation: somebody of the network is back on the lists she had left, anybody else subscribes. Dying in between
    /// and confirming again comes to the same.
    /// </summary>
    public async Task<(SignedUp As, Refusal? Refusal)> Confirm(string id, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await Find(id, now, stop) is not { } request)
            return (SignedUp.Outside, (await subscribers.Of(id, stop)).Count > 0 ? null : Refusal.Because(Why.Closed, "Cette demande n’existe plus\u00A0: elle est confirmée, ou date de plus de sept jours. Abonnez-vous de nouveau si besoin."));
        var lists = request.Lists.Where(list => setting.Platform.Newsletters.Any(letter => letter.Id == list)).ToList();
        var member = (await network.Load(stop)).Active.FirstOrDefault(contact => contact.Address.Equals(request.Address, StringComparison.OrdinalIgnoreCase));
        foreach (var list in lists)
            if (await (member is not null
                ? subscriptions.Return(member.Id, list, member.Id, now, stop)
                : subscribers.Add(list, new Subscriber(id, request.Address, setting.Zone.DayOf(now)), stop)) is { } refusal)
                return (SignedUp.Outside, refusal);
        await suppressions.Clear(request.Address, stop);
        await Drop(request, stop);
        return (member is null ? SignedUp.Outside : member.Suppressed ? SignedUp.MemberWhoObjects : SignedUp.Member, null);
    }

    /// <summary>Forgets what an address asked for.</summary>
    public async Task Forget(string address, CancellationToken stop = default)
    {
        if (await OfAddress(address, stop) is { } held)
            await Drop(held.Value, stop);
    }

    /// <summary>The request of an address, lapsed or not.</summary>
    public async Task<Held<SubscriptionRequest>?> OfAddress(string address, CancellationToken stop = default) =>
        await ledger.Find<AddressMark>(SubscriptionRequest.Partition, AddressMark.Row(address), stop) is { } mark
            ? await ledger.Find<SubscriptionRequest>(SubscriptionRequest.Partition, SubscriptionRequest.Row(mark.Value.Id), stop) : null;

    /// <summary>Erases what nobody confirmed in time, and what past days counted.</summary>
    /// <returns>How many requests.</returns>
    public async Task<int> Retain(DateTimeOffset now, CancellationToken stop = default)
    {
        List<SubscriptionRequest> lapsed = [];
        await foreach (var held in ledger.List<SubscriptionRequest>(SubscriptionRequest.Partition, SubscriptionRequest.Prefix, stop))
            if (held.Value.HasLapsed(now))
                lapsed.Add(held.Value);
        foreach (var request in lapsed.Take(RetentionRules.MostANight))
            await Drop(request, stop);
        var today = SubscriptionDay.Row(setting.Zone.DayOf(now));
        List<Change> past = [];
        await foreach (var held in ledger.List<SubscriptionDay>(SubscriptionRequest.Partition, SubscriptionDay.Prefix, stop))
            if (string.CompareOrdinal(held.Key, today) < 0)
                past.Add(new Change.Delete(held.Key));
        foreach (var chunk in past.Chunk(RetentionRules.Chunk))
            await ledger.Write(new Draft.Write(SubscriptionRequest.Partition, chunk, []), stop);
        return Math.Min(lapsed.Count, RetentionRules.MostANight);
    }

    private Task<Refusal?> Drop(SubscriptionRequest request, CancellationToken stop) => ledger.Write(new Draft.Write(SubscriptionRequest.Partition,
        [new Change.Delete(SubscriptionRequest.Row(request.Id)), new Change.Delete(AddressMark.Row(request.Address))], []), stop);

    private async Task<Mailing> Mailing(SubscriptionRequest request, DateOnly today, CancellationToken stop)
    {
        var titles = setting.Platform.Newsletters.Where(letter => request.Lists.Contains(letter.Id)).Select(letter => $"«\u00A0{letter.Title}\u00A0»").ToList();
        var values = new Dictionary<string, string> { ["lettres"] = $"{(titles.Count > 1 ? "les lettres" : "la lettre")} {Lists.Join(titles)}", ["clôture"] = FrenchDates.Day(setting.Zone.DayOf(request.Lapses)) };
        var person = new AudienceMember(Subscriber.Reference("", request.Id), SubscriberRoster.Organisation.Id, new Dictionary<string, IReadOnlyList<string>>());
        // One a day, even to somebody who confirmed meanwhile and asks for another letter.
        return new Mailing($"abonnement-{request.Id}-{today:yyyy-MM-dd}", TextCatalogue.SubscriptionAsked, values, await audiences.Freeze([person], stop),
            "Vous recevez ce message parce que cette adresse a été donnée pour s’abonner. Sans confirmation, rien d’autre ne lui est envoyé.",
            new LinkTo(LinkPurpose.Subscription, "", request.Lapses), Replay.SendAgain, Requested: true, Expires: request.Lapses);
    }
}

/// <summary>As what somebody who confirms receives newsletters.</summary>
public enum SignedUp
{
    Outside,
    Member,

    /// <summary>She objects to all our messages: that stands until she says otherwise on her own page.</summary>
    MemberWhoObjects,
}
