using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Network;

/// <summary>Asks an organisation who takes the place of somebody who left, or whose address is refused: once a person, ever.</summary>
public sealed class VacancyDesk(Ledger ledger, NetworkDesk network, RequestDesk requests, AudienceShelf audiences)
{
    /// <summary>How long the link to the form works.</summary>
    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(90);

    /// <summary>First part of what the link is for; the id of whoever is to be replaced follows.</summary>
    public const string Subject = "suite/";

    public Task<Refusal?> Ask(Effect.AskSuccessor effect, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        var key = SuccessorAsk.Prefix + effect.Contact;
        var roster = await network.Load(stop);
        if (roster.Contacts.GetValueOrDefault(effect.Contact) is not { } contact || !VacancyRules.Matters(contact, roster)
            || await ledger.Find<SuccessorAsk>(SuccessorAsk.Partition, key, stop) is not null || (await requests.OpenOf(contact, stop)).Count > 0)
            return new Draft.Nothing();
        var colleague = VacancyRules.Colleague(contact, roster);
        var ask = new SuccessorAsk(contact.Id, contact.Organisation, effect.Reason, colleague?.Id, VacancyRules.Mark(contact), effect.Due);
        List<Effect> effects = [];
        if (colleague is not null)
        {
            var mailing = Of(contact, effect.Reason, await audiences.Freeze([Member(colleague)], stop), effect.Due);
            effects.Add(new Effect.SendMailing(mailing, mailing.Key, effect.MailsAt ?? effect.Due, ""));
        }
        return new Draft.Write(SuccessorAsk.Partition, [new Change.Insert(key, Stored.Write(ask))], effects);
    }, stop);

    /// <summary>The message that would leave if somebody were marked as left; null where nobody would be asked. Writes nothing.</summary>
    public async Task<Mailing?> Foresee(Contact contact, DateTimeOffset now, CancellationToken stop = default)
    {
        var roster = await network.Load(stop);
        return VacancyRules.Matters(contact, roster) && VacancyRules.Colleague(contact, roster) is { } colleague
            && await Find(contact.Id, stop) is null && (await requests.OpenOf(contact, stop)).Count == 0
                ? Of(contact, VacancyReason.Left, AudienceShelf.Sketch([Member(colleague)]), now) : null;
    }

    public async Task<SuccessorAsk?> Find(string contact, CancellationToken stop = default) =>
        (await ledger.Find<SuccessorAsk>(SuccessorAsk.Partition, SuccessorAsk.Prefix + contact, stop))?.Value;

    /// <summary>Places for which nobody can be written to, oldest first: part of « ce qui vous attend ».</summary>
    public async Task<IReadOnlyList<SuccessorAsk>> Waiting(CancellationToken stop = default)
    {
        var roster = await network.Load(stop);
        List<SuccessorAsk> waiting = [];
        await foreach (var held in ledger.List<SuccessorAsk>(SuccessorAsk.Partition, SuccessorAsk.Prefix, stop))
            if (VacancyRules.Waits(held.Value, roster))
                waiting.Add(held.Value);
        return [.. waiting.OrderBy(ask => ask.At)];
    }

    private static AudienceMember Member(Contact colleague) => new(colleague.Id, colleague.Organisation, new Dictionary<string, IReadOnlyList<string>>());

    private static Mailing Of(Contact contact, VacancyReason reason, Audience audience, DateTimeOffset due) => new(
        $"name-successor-{contact.Id}", TextCatalogue.NameSuccessor,
        new Dictionary<string, string>
        {
            ["personne"] = contact.Name.Length > 0 ? contact.Name : contact.Function,
            ["situation"] = reason switch
            {
                VacancyReason.Left => "ne répond plus pour votre organisme",
                VacancyReason.Refused => "ne reçoit plus nos messages\u00A0: son adresse est refusée",
                _ => throw new System.Diagnostics.UnreachableException(),
            },
        },
        audience, "Vous recevez ce message parce que vous répondez aussi pour [organisme] auprès de la plate-forme.",
        new LinkTo(LinkPurpose.Person, Subject + contact.Id, due + LinkLasts), Replay.SendAgain);
}
