using Almanach.Core;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Documents;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;

namespace Almanach.Web.Consultations.Entrance;

/// <summary>Who stands there, with which link, and whether it opens. Reads only.</summary>
public static class LinkDoor
{
    /// <summary>How many years ahead a consultation of the same kind is looked for, when a link has expired.</summary>
    private const int YearsAhead = 2;

    public static async Task<Arrival> Open(Office office, string token, CancellationToken stop = default)
    {
        if (office.Signer.Open(token) is not { } link)
            return new Arrival.Unsigned();
        if (link.Purpose != LinkPurpose.Answer)
            return new Arrival.Stale(StaleLink.OtherPurpose, link, null, null, null);

        var roster = await office.Network.Load(stop);
        var consultation = await office.Consultations.Find(link.Subject, stop);
        var contact = roster.Contacts.GetValueOrDefault(link.Contact);
        if (contact is not { Active: true } || roster.OrganisationOf(contact.Id) is not { Active: true } organisation)
            return new Arrival.Stale(StaleLink.Gone, link, contact, consultation, null, contact is null ? "" : VacancyRules.AnswersNow(contact, roster));
        if (contact.Generation != link.Generation)
            return new Arrival.Stale(StaleLink.Revoked, link, contact, consultation, await Offer(office, consultation, contact, stop));
        if (consultation is null || office.Now < consultation.Opened)
            return new Arrival.Stale(StaleLink.NotYetOpen, link, contact, consultation, null);
        if (link.Expires <= office.Now)
            return new Arrival.Stale(StaleLink.Expired, link, contact, consultation, await Offer(office, consultation, contact, stop));

        var unit = consultation.Template.Unit == AnswerUnit.Organisation ? organisation.Id : contact.Id;
        var visit = new Visit(
            token, link, contact, organisation, consultation, await office.Consultations.AnswerOf(consultation.Id, unit, stop),
            roster, await office.Themes.Load(consultation.Year, stop), office.Setting, office.Now, await office.Consultations.MeetingOf(consultation, stop),
            Secret: consultation.Template.IsSecret() ? await office.Secrets.Find(consultation.Id, stop) : null);
        if (consultation.Template.Unit == AnswerUnit.Organisation)
            visit = visit with { Colleagues = Colleagues(contact, await office.Consultations.Asked(consultation, stop), roster) };
        if (MinutesApproval.IsOne(consultation))
            visit = visit with
            {
                Reading = await Reading(office, consultation, contact, link.Expires, stop),
                Newer = visit.TakesAnswers ? null : await Newer(office, consultation, contact, stop),
            };
        if (EditionReview.IsOne(consultation))
            visit = visit with { Articles = await office.Editions.Submitted(EditionReview.EditionOf(consultation), stop) };
        if (consultation.Template.AsksProducers())
            visit = visit with { Shelf = await office.Catalogue.Load(stop), Proposed = await office.CatalogueUpdates.Of(consultation.Id, organisation.Id, stop) };
        if (consultation.Template.AsksDeliveries())
            visit = visit with { Deliveries = await office.Deliveries.Of(consultation, organisation.Id, stop) };
        if (visit.Has(QuestionKind.Dates) && visit.Meeting is { } dated && await office.Cycle.Find(consultation.Year, stop) is { } year)
            visit = visit with { DateTold = StepEffects.IsTold(year, dated) };
        return new Arrival.Welcome(visit.IsLate && await office.Cycle.Find(consultation.Year, stop) is { } plan
            ? visit with { Ending = StepEffects.NextUse(plan, consultation.Template.Id) } : visit);
    }

    private static IReadOnlyList<Contact> Colleagues(Contact contact, IReadOnlyList<AudienceMember> asked, Roster roster) =>
        [.. asked.Where(member => member.Organisation == contact.Organisation && member.Contact != contact.Id)
            .Select(member => roster.Contacts.GetValueOrDefault(member.Contact)).OfType<Contact>().Where(colleague => colleague.Active)];

    private static async Task<string?> Reading(Office office, Consultation consultation, Contact contact, DateTimeOffset expires, CancellationToken stop) =>
        (await office.Documents.All(stop)).FirstOrDefault(document => document.Approval?.Consultation == consultation.Id && document.IsFor(contact)) is { } document
            ? $"/d/{office.Links.Token(new LinkTo(LinkPurpose.Document, document.Id, expires), contact)}" : null;

    /// <summary>Where the person answers about a later version of the same minutes; null where there is none.</summary>
    private static async Task<string?> Newer(Office office, Consultation consultation, Contact contact, CancellationToken stop)
    {
        var drafts = (await office.Documents.All(stop)).Where(document => document.IsDraft && document.IsFor(contact)).Select(document => document.Approval!.Consultation);
        return drafts.FirstOrDefault(id => id != consultation.Id && MinutesApproval.SameMinutes(id, consultation.Id)) is { } newer
            && await office.Consultations.Find(newer, stop) is { } asked && (await office.Consultations.Asked(asked, stop)).Any(member => member.Contact == contact.Id)
                ? $"/r/{office.Links.Token(ConsultationDesk.Link(asked), contact)}" : null;
    }

    /// <summary>The consultation itself while it takes answers, or the same one of a later year; only for those who are asked.</summary>
    private static async Task<Consultation?> Offer(Office office, Consultation? about, Contact contact, CancellationToken stop)
    {
        if (about is null)
            return null;
        for (var year = about.Year; year <= about.Year + YearsAhead; year++)
            if (await office.Consultations.Find($"{year}-{about.Template.Id}", stop) is { } candidate && candidate.IsOpenAt(office.Now)
                && (await office.Consultations.Asked(candidate, stop)).Any(member => member.Contact == contact.Id))
                return candidate;
        return null;
    }
}
