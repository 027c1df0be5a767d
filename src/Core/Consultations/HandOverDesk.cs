using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Asks;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Consultations;

/// <summary>Passes the open consultations of somebody who leaves on to whoever takes her place.</summary>
public sealed class HandOverDesk(Ledger ledger, Setting setting, NetworkDesk network, ConsultationDesk consultations, AskDesk asks, DocumentDesk documents, AudienceShelf audiences)
{
    public async Task Pass(string from, string to, DateTimeOffset now, CancellationToken stop = default)
    {
        if ((await network.Load(stop)).Contacts.GetValueOrDefault(to) is not { } successor)
            return;
        foreach (var open in await Open(now, stop))
            if (await Pass(open.Id, from, successor, now, stop) is { } refusal)
                throw new InvalidOperationException($"{open.Id} did not pass from {from} to {to}: {refusal.Message}");
    }

    /// <summary>What would pass. Writes nothing.</summary>
    public async Task<IReadOnlyList<HandedOver>> Foresee(string from, Contact to, DateTimeOffset now, CancellationToken stop = default)
    {
        List<HandedOver> passing = [];
        foreach (var open in await Open(now, stop))
            if (await Decide(open, from, to, null, now, stop) is Decision<HandedOver>.Accepted { State: var handed })
                passing.Add(handed);
        return passing;
    }

    private Task<Refusal?> Pass(string id, string from, Contact to, DateTimeOffset now, CancellationToken stop) => ledger.Carry(async () =>
    {
        var partition = Consultation.Partition(id);
        if (await ledger.Find<Consultation>(partition, Consultation.Key, stop) is not { } held)
            return new Draft.Nothing();
        var answer = await ledger.Find<Answer>(partition, Consultation.AnswerPrefix + from, stop);
        if (await Decide(held.Value, from, to, answer?.Value, now, stop) is not Decision<HandedOver>.Accepted { State: var handed })
            return new Draft.Nothing();
        var next = handed.Consultation with { Audience = await audiences.Freeze(handed.Members, stop) };
        List<Change> changes = [new Change.Replace(held.Key, Stored.Write(next), held.Version)];
        if (handed.Past is { } past && answer is not null)
        {
            changes.Add(new Change.Delete(answer.Key, answer.Version));
            changes.Add(new Change.Put($"{Consultation.PastPrefix}{past.Unit}|{past.Revision:D5}", Stored.Write(past)));
        }
        return new Draft.Write(partition, changes, []);
    }, stop);

    /// <param name="own">Her own answer, where it was read; looked up where it was not.</param>
    private async Task<Decision<HandedOver>> Decide(Consultation open, string from, Contact to, Answer? own, DateTimeOffset now, CancellationToken stop)
    {
        var alone = open.Template.Unit == AnswerUnit.Contact;
        own = alone && !open.Template.IsSecret() ? own ?? await consultations.AnswerOf(open.Id, from, stop) : null;
        var answered = !alone && (await consultations.Answered(open, stop)).Contains(to.Organisation);
        var college = (await network.Load(stop)).Organisations[to.Organisation].College;
        return HandOverRules.Pass(open, await consultations.Asked(open, stop), from, Member(to), answered, own, college, now);
    }

    /// <summary>All that is open, with minutes that wait for approval.</summary>
    private async Task<IReadOnlyList<Consultation>> Open(DateTimeOffset now, CancellationToken stop)
    {
        List<Consultation> open = [.. await asks.Open(setting.Zone.DayOf(now), stop)];
        foreach (var document in (await documents.All(stop)).Where(document => document.IsDraft))
            if (await consultations.Find(document.Approval!.Consultation, stop) is { } approval)
                open.Add(approval);
        return open;
    }

    private static AudienceMember Member(Contact to) => new(to.Id, to.Organisation, new Dictionary<string, IReadOnlyList<string>>());
}
