using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Replies;
using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Engine;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Links;
using Almanach.Core.Mail.Incoming;
using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Meetings.Calendars;
using Almanach.Core.Network;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Pictures;
using Almanach.Core.Platforms;

namespace Almanach.Core.Mail.Inbox;

/// <summary>
/// Says what is to be done with a message: an answer is taken where the mark on its address, its sender and its words agree;
/// all else that a person wrote waits for the coordinator.
/// </summary>
public sealed class InboxSorter(
    Setting setting, ReplyAddresses addresses, NetworkDesk network, ConsultationDesk consultations, QuestionIndex questions, ReplyDesk calendars, PictureShelf pictures,
    SubscriberDesk subscribers, CatalogueDesk catalogue, DeliveryDesk deliveries)
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
            IncomingKind.Reply => await Acknowledged(Heeded(await Reply(mail, read, marked, owner, sender, stop)), sender, stop),
            // What only its words make automatic may be a person's « je serai absente du 10 au 14 »: it is no answer, and is not lost.
            IncomingKind.AutoReply when mail.ByWordsAlone && sender is not null => Waiting(read with { Kind = IncomingKind.Reply }, "Ce message a l’air d’une réponse automatique, sans que rien ne le dise sûrement\u00A0: lisez-le, puis classez-le."),
            IncomingKind.AutoReply => Noted(read, "Réponse automatique\u00A0: elle n’est pas prise pour une réponse."),
            IncomingKind.Bounce => await Bounced(mail.Bounces, read, roster, stop),
            IncomingKind.Complaint => await Complained(mail.Complainants, read, roster, stop),
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

    /// <summary>Whatever else waits of it, that somebody wants no more messages comes first.</summary>
    private static Sorted Heeded(Sorted sorted) => sorted.Mail.State == InboxState.Waiting && Objection.IsIn(sorted.Mail.Text)
        ? sorted with { Mail = sorted.Mail with { Objects = true, Because = Objection.Said } }
        : sorted;

    /// <summary>Whoever of the network wrote what waits hears that it has arrived, and what she can do herself.</summary>
    private async Task<Sorted> Acknowledged(Sorted sorted, Contact? sender, CancellationToken stop)
    {
        if (sender is null || sorted.Mail.State != InboxState.Waiting)
            return sorted;
        var asked = await consultations.Find(sorted.Mail.Consultation, stop) is { } one && await questions.Asks(one, sender.Id, sender.Organisation, stop) ? one : null;
        return sorted with { Effects = [.. sorted.Effects, .. Acknowledgement.Of(sorted.Mail, sender, asked, setting)] };
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
        if (consultation.Template.AsksDeliveries() && mail.Files.Count > 0)
            return await Delivered(consultation, mail, sender, read, stop);
        read = read with { Pictures = await Pictures(consultation, mail, read.At, stop) };
        var (understood, before) = await Understood(consultation, sender, read, stop);
        if (understood is not Understanding.Answered answered)
            return Waiting(read, ((Understanding.Unclear)understood).Because);
        if (await Take(new Suggestion(sender, consultation, answered.Values, answered.Declined, before), read, stop) is { } refusal)
            return Waiting(read, refusal.Message);
        var taken = read.Files == (read.Pictures?.Count ?? 0);
        return new Sorted(read with
        {
            State = InboxState.Recorded,
            Settled = taken ? read.At : null,
            Because = taken ? "Enregistré comme réponse." : "Enregistré comme réponse\u00A0; les pièces jointes sont à lire.",
        }, []);
    }

    /// <summary>One file that can only be for one delivery is taken; the attestation is asked for by its receipt. All else is read by a person.</summary>
    private async Task<Sorted> Delivered(Consultation consultation, IncomingMail mail, Contact sender, ReceivedMail read, CancellationToken stop)
    {
        if (mail.Files.Count > 1)
            return Waiting(read, "Ce message joint plusieurs fichiers\u00A0: dites à quelle livraison va chacun.");
        var file = mail.Files[0];
        if (await deliveries.Match(consultation, sender.Organisation, file.Content, stop) is not { } delivery)
            return Waiting(read, "Plusieurs fichiers sont attendus de cet organisme, et rien ne dit duquel il s’agit.");
        using var content = new MemoryStream(file.Content, writable: false);
        var refusal = await deliveries.Give(new FileSent(consultation.Id, delivery, sender.Organisation, sender.Id, DeliveryWay.Mail, file.FileName, content, false, read.At), stop);
        if (refusal is not null)
            return Waiting(read, refusal.Message);
        var silent = Plain.Tidy(read.Text).Split('\n', StringSplitOptions.TrimEntries).All(line => line.Length == 0 || Courtesies.Is(line) || Courtesies.IsGreeting(line));
        return new Sorted(read with
        {
            State = InboxState.Recorded,
            Settled = silent ? read.At : null,
            Because = silent ? "Le fichier joint est enregistré." : "Le fichier joint est enregistré\u00A0; le message qui l’accompagne est à lire.",
        }, []);
    }

    /// <summary>Pictures sent for a newsletter are kept before they are thanked for; null where there are none.</summary>
    private async Task<IReadOnlyList<KeptPicture>?> Pictures(Consultation consultation, IncomingMail mail, DateTimeOffset at, CancellationToken stop)
    {
        if (consultation.Template.Questions.All(question => question.Kind != QuestionKind.Contributions))
            return null;
        List<KeptPicture> kept = [];
        foreach (var file in mail.Files.Take(MostPictures))
            if ((await pictures.Keep(file.Content, at, stop)).Picture is { } picture)
                kept.Add(picture);
        return kept.Count > 0 ? kept : null;
    }

    /// <summary>More are read by a person.</summary>
    private const int MostPictures = 3;

    private async Task<(Understanding Understood, Answer? Before)> Understood(Consultation consultation, Contact person, ReceivedMail received, CancellationToken stop)
    {
        var unit = consultation.Template.Unit == AnswerUnit.Contact ? person.Id : person.Organisation;
        var before = consultation.Template.IsSecret() ? null : await consultations.AnswerOf(consultation.Id, unit, stop);
        var text = received.Text.Length >= ReceivedMail.MostText ? "" : received.Text;
        List<KeptPicture> kept = [];
        foreach (var picture in received.Pictures ?? [])
            if (await pictures.Find(picture.File, stop) is { } known)
                kept.Add(known);
        return (ReplyRules.Of(consultation, new Reply(text, received.Files, before, person.Id, received.At, received.Subject)
        {
            Pictures = kept,
            Entries = consultation.Template.AsksProducers() ? (await catalogue.Load(stop)).Of(person.Organisation).ToDictionary(entry => entry.Id, EntryRules.Print) : new Dictionary<string, string>(),
        }, await consultations.MeetingOf(consultation, stop), setting.Zone), before);
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

    /// <summary>Who can never be reached at an address again is replaced; what will pass is noted. Nobody takes the place of a subscriber from outside.</summary>
    private async Task<Sorted> Bounced(IReadOnlyList<Bounce> bounces, ReceivedMail read, Roster roster, CancellationToken stop)
    {
        var people = bounces.Select(bounce => (Bounce: bounce, Contact: roster.Active.FirstOrDefault(contact => Same(contact, bounce.Recipient)))).ToList();
        List<ReturnedCopy> outside = [];
        foreach (var (bounce, _) in people.Where(pair => pair.Contact is null))
            outside.AddRange((await subscribers.References(bounce.Recipient, stop)).Select(reference => new ReturnedCopy(reference, bounce)));
        people.RemoveAll(pair => pair.Contact is null);
        var gone = people.Where(pair => pair.Bounce.Hard).Select(pair => pair.Contact!).DistinctBy(contact => contact.Id).ToList();
        var known = read with { Contact = people.FirstOrDefault().Contact?.Id ?? "" };
        var status = bounces.Count > 0 ? bounces[0].Status : "";
        return Noted(known, people.Count == 0 && outside.Count > 0 ? InboxWords.BouncedOutside(outside.Any(copy => copy.Bounce.Hard), status) : InboxWords.Bounced(people.Count, gone.Count, status)) with
        {
            Effects = [.. gone.Select(contact => new Effect.AskSuccessor(contact.Id, VacancyReason.Refused, $"bounced-{contact.Id}-{read.Id}", read.At))],
            Returned = [.. people.Select(pair => new ReturnedCopy(pair.Contact!.Id, pair.Bounce)).Concat(outside).DistinctBy(copy => copy.Contact)],
        };
    }

    /// <summary>
    /// Whoever marks a message as unwanted gets no newsletter any more; what concerns her still comes, and the coordinator asks
    /// her. A subscriber from outside receives nothing else: there is nothing to ask.
    /// </summary>
    private async Task<Sorted> Complained(IReadOnlyList<string> addresses, ReceivedMail read, Roster roster, CancellationToken stop)
    {
        List<Contact> people = [];
        List<Suppression> learned = [];
        foreach (var address in addresses)
            if (roster.Active.FirstOrDefault(contact => Same(contact, address)) is { } member)
            {
                people.Add(member);
                learned.Add(new Suppression(Suppression.Of(member.Address), SuppressionReason.Complaint, member.Id, read.At, read.Id));
            }
            else if (await subscribers.References(address, stop) is [var reference, ..])
                learned.Add(new Suppression(Suppression.Of(address), SuppressionReason.Complaint, reference, read.At, read.Id));
        if (learned.Count == 0)
            return Waiting(read, "Quelqu’un a signalé un message de la plate-forme comme indésirable. S’il s’agit d’un contact, demandez-lui s’il veut encore recevoir vos messages.");
        var told = people.Count > 0
            ? Waiting(read with { Contact = people[0].Id }, "Cette personne a signalé un message de la plate-forme comme indésirable\u00A0: elle ne recevra plus de lettre d’information. Demandez-lui si elle veut encore recevoir vos autres messages.")
            : Noted(read, "Une personne abonnée hors du réseau a signalé la lettre comme indésirable\u00A0: elle ne la recevra plus.");
        return told with { Effects = [new Effect.SuppressAddresses([.. learned.DistinctBy(one => one.Address)], $"suppress-{read.Id}", read.At)] };
    }

    private static Sorted Waiting(ReceivedMail read, string because) => new(read with { State = InboxState.Waiting, Because = because }, []);

    private static Sorted Noted(ReceivedMail read, string because) => new(read with { State = InboxState.Noted, Because = because, Settled = read.At }, []);
}
