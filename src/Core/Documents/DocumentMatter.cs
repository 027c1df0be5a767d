using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Votes;
using Almanach.Core.French;
using Almanach.Core.Groups;
using Almanach.Core.Meetings;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Themes;

namespace Almanach.Core.Documents;

/// <summary>All that the documents of a year are made of, loaded once.</summary>
/// <param name="Committee">The meeting that chose the actions; null while there is none.</param>
/// <param name="Collection">The theme collection and its answers.</param>
/// <param name="Vote">The vote on consolidated themes; null where the platform has none.</param>
/// <param name="Past">What the year before held.</param>
/// <param name="Asked">All consultations of the year, in the order in which they opened.</param>
/// <param name="Published">The documents drawn up so far, of any year.</param>
/// <param name="Presence">The question who came to the meeting, and its answers, for its minutes; null where it was not asked, or for another document.</param>
public sealed record DocumentMatter(
    Platform Platform, PlatformZone Zone, int Year, DateTimeOffset Now, Roster Roster, Board Board,
    IReadOnlyList<ProgrammeAction> Actions, Meeting? Committee, Asked? Collection, Asked? Vote, IReadOnlyList<PastAction> Past,
    IReadOnlyList<Consultation> Asked, IReadOnlyList<PublishedDocument> Published, Asked? Presence = null)
{
    /// <summary>The working groups, of whatever year.</summary>
    public IReadOnlyList<Group> Groups { get; init; } = [];

    public ActionKindSetting KindOf(ActionKind kind) => Platform.ActionKinds.First(setting => setting.Kind == kind);

    public string NameOf(string organisation) => Roster.Organisations.TryGetValue(organisation, out var known) ? known.Name : organisation;

    /// <summary>Somebody's name; whoever the network no longer has is said so.</summary>
    public string PersonOf(string contact) => Roster.Contacts.TryGetValue(contact, out var known) ? known.Name : Contact.ErasedName;

    /// <summary>Names of organisations in the order of a French index, each once.</summary>
    public IReadOnlyList<string> NamesOf(IEnumerable<string> organisations) =>
        [.. organisations.Distinct().Select(NameOf).OrderBy(Typography.Fold, StringComparer.Ordinal)];

    /// <summary>The same with their articles, for a sentence: « la Caisse …, le Département … ».</summary>
    public IReadOnlyList<string> SaidOf(IEnumerable<string> organisations) => [.. organisations.Distinct().OrderBy(organisation => Typography.Fold(NameOf(organisation)), StringComparer.Ordinal)
        .Select(organisation => Roster.Organisations.TryGetValue(organisation, out var known) ? known.For : organisation)];

    public DateOnly DayOf(DateTimeOffset instant) => Zone.DayOf(instant);
}

/// <summary>A consultation with its answers.</summary>
/// <param name="Outcome">What it gave, where it was a vote and that may be told.</param>
public sealed record Asked(Consultation Consultation, IReadOnlyList<Answer> Answers, VoteOutcome? Outcome = null)
{
    /// <summary>How its ballots are counted. Only for a vote.</summary>
    public Consultations.Tallies.TallyMethod Method => VoteBallots.MethodOf(Consultation.Template.BallotQuestion()!.Kind);

    public Turnout Turnout => new(Consultation.Answered, Consultation.Asked);
}
