using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Replies;
using Almanach.Core.Engine;
using Almanach.Core.Links;
using Almanach.Core.Mail.Incoming;
using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Meetings.Calendars;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Mail.Inbox;

/// <summary>
/// Says what is to be done with a message: an answer is taken where the mark on its address, its sender and its words agree;
/// all else that a person wrote waits for the coordinator.
/// </summary>
public sealed class InboxSorter(
    Setting setting, ReplyAddresses addresses, NetworkDesk network, ConsultationDesk consultations, QuestionIndex questions, ReplyDesk calendars)
{
    public async Task<Sorted> Sort(IncomingMail mail, ReceivedMail received, CancellationToken stop = default)
    {
        var roster = await network.Load(stop);
        var mark = addresses.Find(mail.Marks);
        var owner = mark is null ? null : roster.Contacts.Values.FirstOrDefault(contact => contact.Active && mark.IsFor(contact.Id, contact.Generation));
        // Of somebody who left, or whose links were revoked, it marks nothing.
        var marked = owner is null ? null : mark;
        var sender = Sender(roster, mail.From?.Address ?? "", owner);
        var read = received with
        {
            Kind = mail.Kind,
            From = InboxWords.Cut(mail.From?.Address ?? "", 254),
            Name = InboxWords.Cut(mail.From?.Name ?? "", 200),
            Subject = InboxWords.Cut(mail.Subject, 300),
            Text = InboxWords.Cut(mail.Text, ReceivedMail.MostText),
            Files = mail.Files.Count,
            Contact = (sender ?? owner)?.Id ?? "",
        };
        return mail.Kind switch
        {
            IncomingKind.Reply => await Reply(mail, read, marked, owner, sender, stop),
            IncomingKind.AutoReply => Noted(read, "Réponse automatique\u00A0: elle n’est pas prise pour une réponse."),
            IncomingKind.Bounce => Bounced(mail.Bounces, read, roster),
            IncomingKind.Complaint => Waiting(read, "Quelqu’un a signalé un message de la plate-forme comme indésirable. S’il s’agit d’un contact, demandez-lui s’il veut encore recevoir vos messages."),
            IncomingKind.Other when mail.Calendar is { } calendar => await Calendar(calendar, read, sender, stop),
            IncomingKind.Other => marked is null ? Noted(read, "Lettre d’information, accusé de lecture ou autre message sans réponse attendue.") : Waiting(read, "Ce message n’est pas la réponse d’une personne."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The answer a message would be if the coordinator says whose it is; null where it cannot be understood.</summary>
    public async Task<Suggestion?> Suggest(ReceivedMail received, CancellationToken stop = default)
    {
        if (received.Kind != IncomingKind.Reply || (await network.Load(stop)).Contacts.GetValueOrDefault(received.Contact) is not { Active: true } person
            || await consultations.Find(received.Consultation, stop) is not { } consultation || !await questions.Asks(consultation, person.Id, person.Organisation, stop))
            return null;
        return await Understood(consultation, person, received, stop) is (Understanding.Answered answered, var before)
            ? new Suggestion(person, consultation, answered.Values, answered.Declined, before)
            : null;
    }

    /// <summary>What takes answers now, and is not secret.</summary>
    public async Task<IReadOnlyList<Consultation>> Open(DateTimeOffset now, CancellationToken stop = default)
    {
        List<Consultation> open = [];
        foreach (var id in await questions.Ids(setting.Zone.DayOf(now).Year, stop))
            if (await consultations.Find(id, stop) is { } one && one.TakesAnswersAt(now) && !one.Template.IsSecret())
                open.Add(one);
        return open;
    }

    /// <summary>Why a person cannot have answered a question; null where she can.</summary>
    public async Task<string?> Fits(string contact, string consultation, CancellationToken stop = default)
    {
        if ((await network.Load(stop)).Contacts.GetValueOrDefault(contact) is not { Active: true } person)
            return "Choisissez la personne dont c’est la réponse.";
        if (await consultations.Find(consultation, stop) is not { } asked)
            return "Choisissez la question à laquelle ce message répond.";
        return await questions.Asks(asked, person.Id, person.Organisation, stop) ? null : "Cette personne n’est pas interrogée par cette consultation.";
    }

    /// <summary>Takes it as the person's answer; the receipt mails back what was understood. Taken already, does nothing.</summary>
    public async Task<Refusal?> Take(Suggestion suggestion, ReceivedMail received, CancellationToken stop = default)
    {
        // The work that died after it had taken the answer begins again.
        if (suggestion.Before is { Channel: Channel.Reply } before && before.At == received.At && before.By == suggestion.Person.Id)
            return null;
        var command = new AnswerCommand(suggestion.Unit, suggestion.Person.Organisation, suggestion.Person.Id, Channel.Reply, suggestion.Declined, suggestion.Values, received.At);
        return await consultations.Take(suggestion.Consultation.Id, command, suggestion.Before?.Revision ?? 0, stop);
    }

    private async Task<Sorted> Reply(IncomingMail mail, ReceivedMail read, ReplyMark? marked, Contact? owner, Contact? sender, CancellationToken stop)
    {
        if (mail.From is null)
            return Waiting(read, "Ce message ne dit pas de qui il vient.");
        if ((sender ?? owner) is not { } person)
            return Waiting(read, "Cette adresse n’est celle d’aucun contact de la plate-forme.");
        if (await About(marked, person, read.At, stop) is not { } consultation)
            return Waiting(read, "Ce message ne répond à aucune question en cours, ou plusieurs questions lui sont posées.");
        read = read with { Consultation = consultation.Id };
        if (marked is null)
            return Waiting(read, "Ce message ne répond pas à un message de la plate-forme\u00A0: vérifiez qu’il s’agit bien d’une réponse.");
        if (sender is null)
            return Waiting(read, $"La réponse au message adressé à {InboxWords.Person(owner!)} vient d’une autre adresse.");
        if (!await questions.Asks(consultation, sender.Id, sender.Organisation, stop))
            return Waiting(read, "Cette personne n’est pas interrogée par cette consultation.");
        var (understood, before) = await Understood(consultation, sender, read, stop);
        if (understood is not Understanding.Answered answered)
            return Waiting(read, ((Understanding.Unclear)understood).Because);
        if (await Take(new Suggestion(sender, consultation, answered.Values, answered.Declined, before), read, stop) is { } refusal)
            return Waiting(read, refusal.Message);
        return new Sorted(read with
        {
            State = InboxState.Recorded,
            Settled = read.Files == 0 ? read.At : null,
            Because = read.Files == 0 ? "Enregistré comme réponse." : "Enregistré comme réponse\u00A0; les pièces jointes sont à lire.",
        }, []);
    }

    private async Task<(Understanding Understood, Answer? Before)> Understood(Consultation consultation, Contact person, ReceivedMail received, CancellationToken stop)
    {
        var unit = consultation.Template.Unit == AnswerUnit.Contact ? person.Id : person.Organisation;
        var before = consultation.Template.IsSecret() ? null : await consultations.AnswerOf(consultation.Id, unit, stop);
        var text = received.Text.Length >= ReceivedMail.MostText ? "" : received.Text;
        return (ReplyRules.Of(consultation, new Reply(text, received.Files, before, person.Id, received.At), await consultations.MeetingOf(consultation, stop), setting.Zone), before);
    }

    /// <summary>What the message answered asked; where it asked nothing or several things, the one thing that is asked of this person.</summary>
    private async Task<Consultation?> About(ReplyMark? marked, Contact person, DateTimeOffset at, CancellationToken stop)
    {
        var year = setting.Zone.DayOf(at).Year;
        if (marked is not null && !marked.IsAbout(""))
            return (await questions.Ids(year, stop)).FirstOrDefault(marked.IsAbout) is { } id ? await consultations.Find(id, stop) : null;
        return await questions.Asking(person.Id, person.Organisation, year, at, stop) is [var only] ? only : null;
    }

    /// <summary>Whose address it is: the person's the message went to, or a colleague's of hers.</summary>
    private static Contact? Sender(Roster roster, string address, Contact? owner) => owner is not null && Same(owner, address)
        ? owner
        : roster.Active.FirstOrDefault(contact => Same(contact, address) && (owner is null || contact.Organisation == owner.Organisation));

    internal static bool Same(Contact contact, string address) =>
        address.Length > 0 && (contact.Address.Equals(address, StringComparison.OrdinalIgnoreCase) || Mime.MailAddresses.Ascii(contact.Address)?.Equals(address, StringComparison.OrdinalIgnoreCase) == true);

    private async Task<Sorted> Calendar(string calendar, ReceivedMail read, Contact? sender, CancellationToken stop)
    {
        if (sender is null || await calendars.TakeFrom(calendar, sender.Address, read.At, stop) is not { } reply)
            return Waiting(read, "La réponse d’un agenda ne vient pas de la personne invitée, ou porte sur une réunion inconnue.");
        return reply.Recorded ? Noted(read, "Réponse d’un agenda, enregistrée.") : Waiting(read, reply.Because);
    }

    /// <summary>Who can never be reached at an address again is replaced; what will pass is noted.</summary>
    private static Sorted Bounced(IReadOnlyList<Bounce> bounces, ReceivedMail read, Roster roster)
    {
        var people = bounces.Select(bounce => (Bounce: bounce, Contact: roster.Active.FirstOrDefault(contact => Same(contact, bounce.Recipient)))).Where(pair => pair.Contact is not null).ToList();
        var gone = people.Where(pair => pair.Bounce.Hard).Select(pair => pair.Contact!).DistinctBy(contact => contact.Id).ToList();
        var known = read with { Contact = people.FirstOrDefault().Contact?.Id ?? "" };
        return Noted(known, InboxWords.Bounced(people.Count, gone.Count, bounces.Count > 0 ? bounces[0].Status : "")) with
        {
            Effects = [.. gone.Select(contact => new Effect.AskSuccessor(contact.Id, VacancyReason.Refused, $"bounced-{contact.Id}-{read.Id}", read.At))],
            Returned = [.. people.Select(pair => new ReturnedCopy(pair.Contact!.Id, pair.Bounce)).DistinctBy(copy => copy.Contact)],
        };
    }

    private static Sorted Waiting(ReceivedMail read, string because) => new(read with { State = InboxState.Waiting, Because = because }, []);

    private static Sorted Noted(ReceivedMail read, string because) => new(read with { State = InboxState.Noted, Because = because, Settled = read.At }, []);
}
