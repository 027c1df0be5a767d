using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Secret;
using Almanach.Core.Cycle;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Links;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;

namespace Almanach.Web.Consultations;

/// <summary>Somebody in front of a consultation with a link that holds: all that its pages show.</summary>
/// <param name="Answer">What the unit has answered so far.</param>
/// <param name="Board">The themes of the consultation's year.</param>
/// <param name="Meeting">The meeting it asks about, if any.</param>
/// <param name="Secret">The roll and the box of a secret vote; null elsewhere.</param>
/// <param name="Reading">Address of the document it asks an opinion on, for this person; null for any other question.</param>
/// <param name="Ending">While late answers are taken: the step after which they no longer are, as far as one is planned.</param>
public sealed record Visit(
    string Token, PersonalLink Link, Contact Contact, Organisation Organisation, Consultation Consultation, Answer? Answer,
    Roster Roster, Board Board, Setting Setting, DateTimeOffset Now, Step? Meeting = null, Step? Ending = null, SecretVote? Secret = null, string? Reading = null)
{
    /// <summary>Colleagues who may give or change the same answer with their own link; nobody where each answers alone.</summary>
    public IReadOnlyList<Contact> Colleagues { get; init; } = [];

    /// <summary>Of a question about minutes that were drawn up anew since: where the person answers about the later version.</summary>
    public string? Newer { get; init; }

    /// <summary>Of a question about the articles of an edition: those articles, as they were submitted.</summary>
    public IReadOnlyList<Core.Newsletter.Article> Articles { get; init; } = [];

    /// <summary>Of a question about the entries of the organisation: the catalogue; null for any other.</summary>
    public CatalogueShelf? Shelf { get; init; }

    /// <summary>What the organisation proposed for the catalogue in this answer, and what became of it.</summary>
    public IReadOnlyList<EntryProposal> Proposed { get; init; } = [];

    /// <summary>Of a question about data files: those expected of the organisation, as they stand.</summary>
    public IReadOnlyList<DeliveryView> Deliveries { get; init; } = [];

    /// <summary>Of a question about the date of a meeting: it is fixed, and those who come have been told.</summary>
    public bool DateTold { get; init; }

    public Brand Brand => Setting.Platform.Brand;

    public string Path => $"/r/{Token}";

    public string Unit => Consultation.Template.Unit == AnswerUnit.Organisation ? Organisation.Id : Contact.Id;

    /// <summary>Revision the page shows, sent back with the form.</summary>
    public int Revision => Answer?.Revision ?? 0;

    public bool IsOpen => !IsOff && Consultation.IsOpenAt(Now);

    /// <summary>Closed, but an answer is still taken and marked late.</summary>
    public bool IsLate => !IsOpen && TakesAnswers;

    public bool TakesAnswers => !IsOff && Consultation.TakesAnswersAt(Now);

    /// <summary>It asks who comes to a meeting that was called off.</summary>
    public bool IsOff => ConsultationRules.IsOff(Consultation, Meeting);

    public string Title => Consultation.Template.Title;

    public string Heading => Consultation.Template.Heading;

    public IReadOnlyList<QuestionTemplate> Questions => Consultation.Template.Questions;

    /// <summary>What is voted on; null where nothing is.</summary>
    public QuestionTemplate? Ballot => Consultation.Template.BallotQuestion();

    public bool IsVote => Ballot is not null;

    public bool IsSecret => Consultation.Template.IsSecret();

    /// <summary>The unit has cast a secret ballot; which, nobody knows.</summary>
    public bool HasVoted => Secret?.Roll.Units.Contains(Unit) == true;

    /// <summary>Something was recorded for the unit.</summary>
    public bool HasAnswered => Answer is not null || HasVoted;

    public bool Has(QuestionKind kind) => Questions.Any(question => question.Kind == kind);

    /// <summary>What the organisation has proposed in its answer.</summary>
    public IReadOnlyList<ProposalDraft> Items =>
        [.. Answer?.Values.Values.OfType<AnswerValue.Proposals>().SelectMany(value => value.Items) ?? []];

    /// <summary>What the organisation contributes to a newsletter.</summary>
    public IReadOnlyList<Contribution> Contributed => Answer?.Contributed ?? [];

    /// <summary>The question about the entries of the organisation; null where there is none.</summary>
    public QuestionTemplate? EntriesQuestion => Questions.FirstOrDefault(question => question.Kind == QuestionKind.Entries);

    /// <summary>Its current entries in the catalogue.</summary>
    public IReadOnlyList<CatalogueEntry> Entries => Shelf?.Of(Organisation.Id) ?? [];

    /// <summary>What it has said of them.</summary>
    public AnswerValue.Entries Said => EntryAnswers.Before(Answer, EntriesQuestion?.Id ?? "");

    /// <summary>What it says of an entry as that stands now: « à jour », said of another version, is not said any more.</summary>
    public EntrySaid? SaidOf(CatalogueEntry entry) =>
        Said.ByEntry.GetValueOrDefault(entry.Id) is { } said && (said.Word != EntryWord.Current || said.Seen == EntryRules.Print(entry)) ? said : null;

    /// <summary>Entries of which nothing is said yet.</summary>
    public IReadOnlyList<CatalogueEntry> Unsaid => [.. Entries.Where(entry => SaidOf(entry) is null)];

    /// <summary>The first entry that is to be corrected and is not yet; null for none.</summary>
    public CatalogueEntry? Uncorrected => Entries.FirstOrDefault(entry => SaidOf(entry) is { Word: EntryWord.ToCorrect, Card: null });

    /// <summary>It asks for things given one after the other: proposals, or contributions.</summary>
    public bool GivesThings => Has(QuestionKind.Proposals) || Has(QuestionKind.Contributions);

    /// <summary>How such a thing is called, a feminine noun.</summary>
    public string Thing => Has(QuestionKind.Contributions) ? "contribution" : "proposition";

    /// <summary>How many were given.</summary>
    public int Given => Items.Count + Contributed.Count;

    /// <summary>What the organisation had proposed in an answer to this consultation and took out since, latest first; what it proposed again is left out.</summary>
    public IReadOnlyList<Proposal> Withdrawn => !Has(QuestionKind.Proposals) ? [] :
        [.. Board.Proposals.Values.Where(proposal => proposal.Withdrawn && proposal.Organisation == Organisation.Id && proposal.Consultation == Consultation.Template.Id
            && Items.All(item => item.Title.Trim() != proposal.Title)).OrderByDescending(proposal => proposal.At).ThenBy(proposal => proposal.Id, StringComparer.Ordinal)];

    /// <summary>What others propose, in order of arrival.</summary>
    public IReadOnlyList<Proposal> Others => !Has(QuestionKind.Proposals) ? [] :
        [.. Board.Proposals.Values.Where(proposal => proposal.Organisation != Organisation.Id && Board.Shows(proposal))
            .OrderBy(proposal => proposal.At).ThenBy(proposal => proposal.Id, StringComparer.Ordinal)];

    /// <summary>« la référente du Département … » as far as we know who it is, and still keep it.</summary>
    public string NameOf(string contact) => Roster.Contacts.TryGetValue(contact, out var person)
        ? person.IsErased ? "une personne de votre organisme" : person.Function.Length > 0 ? $"{person.Name}, {person.Function}" : person.Name
        : contact == Core.Data.Deliveries.Drops.DropDesk.Nobody ? "le dossier de dépôt" : "la coordination";

    /// <summary>Whether the name of this person is kept no longer.</summary>
    public bool IsErased(string contact) => Roster.Contacts.GetValueOrDefault(contact) is { IsErased: true };

    /// <summary>« mardi 12 avril 2022 à 14 h 30 ».</summary>
    public string At(DateTimeOffset instant) => FrenchDates.DayAt(Setting.Zone.LocalOf(instant));

    /// <summary>Until when: « vendredi 14 octobre 2022 à 18 h »; at midnight the day alone. Null without an end.</summary>
    public string? Until => Consultation.Closes is { } closes ? ConsultationText.Until(closes, Setting.Zone) : null;

    /// <summary>When it ended, by the calendar or before, in the words of <see cref="Until"/>; null while it is open.</summary>
    public string? Ended => IsOpen ? null
        : Consultation is { ClosedAt: { } closed } && (Consultation.Closes is not { } planned || closed < planned) ? At(closed)
        : Until;
}
