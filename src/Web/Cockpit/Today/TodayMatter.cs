using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Network;

namespace Almanach.Web.Cockpit.Today;

/// <summary>All that the first page of the cockpit speaks of, as loaded for one instant.</summary>
/// <param name="Plans">The years that are open, in order.</param>
/// <param name="Open">Consultations one can answer now.</param>
/// <param name="Pending">What is due within the horizon or late, oldest first.</param>
/// <param name="Foreseen">What each step that is about to open would mail, by « 2022/collecte ».</param>
/// <param name="Mornings">Who would be reminded on which of the coming mornings, as things stand.</param>
/// <param name="Sent">Messages of the last seven days, with what became of each copy.</param>
/// <param name="Requests">Partners who propose somebody in their place.</param>
/// <param name="Troubles">Tasks that fail now: tried again, put aside, or not even read.</param>
/// <param name="Poison">Messages of the queue that no worker could take.</param>
public sealed record TodayMatter(
    Setting Setting, DateTimeOffset Now, IReadOnlyList<YearPlan> Plans, Roster Roster, IReadOnlyList<OpenMatter> Open,
    IReadOnlyList<Pending> Pending, IReadOnlyDictionary<string, Foreseen> Foreseen, IReadOnlyList<Morning> Mornings,
    IReadOnlyList<SentMatter> Sent, IReadOnlyList<SuccessionRequest> Requests, IReadOnlyList<Trouble> Troubles, int Poison)
{
    /// <summary>Subjects of the public form that nobody has read yet, on the board that takes some and those of before.</summary>
    public Unread Unread { get; init; } = new([], 0);

    /// <summary>Minutes that are not approved by themselves: members asked to correct them, or did not have their whole delay.</summary>
    public IReadOnlyList<ToCorrect> Corrections { get; init; } = [];

    /// <summary>Meetings that sat and of which nothing was recorded yet, lately.</summary>
    public IReadOnlyList<Unrecorded> Unrecorded { get; init; } = [];

    /// <summary>Years whose consultation on groups is closed, with how many candidates nobody has decided on.</summary>
    public IReadOnlyList<Undecided> Candidates { get; init; } = [];

    /// <summary>Years with meetings of the programme that are to be planned or carried over now, and how many.</summary>
    public IReadOnlyList<(int Year, int Count)> Unsettled { get; init; } = [];

    /// <summary>The launch meetings of the groups that live, proposed, planned or not.</summary>
    public IReadOnlyList<Core.Groups.LaunchMeeting> Launches { get; init; } = [];

    /// <summary>Errors of the catalogue that were reported, needs that were stated, what producers propose: as far as they wait.</summary>
    public (int Errors, int Needs, int Proposals) Catalogue { get; init; }

    /// <summary>Data files that were delivered: those that can be accepted, those in which something is to be corrected.</summary>
    public (int ToAccept, int WithErrors) Delivered { get; init; }

    /// <summary>Files that were laid down in the drop folder and are not taken.</summary>
    public IReadOnlyList<Core.Data.Deliveries.Drops.SeenDrop> Drops { get; init; } = [];

    /// <summary>Files that are held back for secrecy, and not on the dashboard.</summary>
    public IReadOnlyList<Core.Data.Series.SeriesRelease> HeldFiles { get; init; } = [];

    /// <summary>Accepted files that could not be read.</summary>
    public int UnreadFiles { get; init; }

    /// <summary>Places for which nobody of the organisation can be written to.</summary>
    public IReadOnlyList<SuccessorAsk> Vacancies { get; init; } = [];

    /// <summary>What people ask of their own data, the oldest first.</summary>
    public IReadOnlyList<Core.Privacy.DataRequest> DataRequests { get; init; } = [];

    /// <summary>The editions of newsletters of the open years.</summary>
    public IReadOnlyList<Core.Newsletter.EditionInPlan> Editions { get; init; } = [];

    /// <summary>Organisations that ask to join, latest first.</summary>
    public IReadOnlyList<Core.Library.Joining.JoinRequest> Joins { get; init; } = [];

    /// <summary>Mail that arrived and waits for her, the oldest first.</summary>
    public IReadOnlyList<Core.Mail.Inbox.ReceivedMail> Inbox { get; init; } = [];

    /// <summary>Messages whose sending is suspended, the longest first.</summary>
    public IReadOnlyList<(MailingState Message, DateTimeOffset Since)> Paused { get; init; } = [];

    /// <summary>Addresses that do not receive, or do not want newsletters.</summary>
    public Core.Mail.Suppressions.SuppressedAddresses Suppressed { get; init; } = Core.Mail.Suppressions.SuppressedAddresses.None;

    /// <summary>For how long the first page asks for what a meeting decided.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(60);

    /// <summary>How far « ce qui se fera tout seul » looks.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(14);

    public DateOnly Today => Setting.Zone.DayOf(Now);
}

/// <param name="Corrections">How many were asked for; 0 where the delay is over and silence approved nothing.</param>
public sealed record ToCorrect(Core.Documents.PublishedDocument Document, int Corrections);

/// <param name="Minutes">The step that draws its minutes up.</param>
public sealed record Unrecorded(Core.Meetings.Meeting Meeting, Step Minutes);

/// <param name="Years">For which they are kept.</param>
public sealed record Unread(IReadOnlyList<int> Years, int Count);

/// <param name="Since">When the consultation closed.</param>
public sealed record Undecided(int Year, int Count, DateTimeOffset Since);

/// <param name="Asked">The people asked, frozen when it opened.</param>
/// <param name="Answered">Units known to have answered: of a secret vote, nobody before three have.</param>
public sealed record OpenMatter(Consultation Consultation, IReadOnlyList<AudienceMember> Asked, IReadOnlyList<Answer> Answers, IReadOnlySet<string> Answered)
{
    /// <summary>Whether it may be told who has answered.</summary>
    public bool TellsWho => !Consultation.Template.IsSecret() || Answered.Count > 0;
}

/// <param name="People">Ids of the contacts that get one merged mail.</param>
/// <param name="Held">Ids of those whom the budget holds back.</param>
public sealed record Morning(DateOnly Day, IReadOnlyList<string> People, IReadOnlyList<string> Subjects, IReadOnlyList<string> Held)
{
    public static Morning Of(Core.Mail.Asks.AskMorning morning) => new(
        morning.Day, [.. morning.Leaves.Select(asks => asks.Key)],
        [.. morning.Leaves.SelectMany(asks => asks).Concat(morning.Held.SelectMany(held => held.Asks)).Select(ask => ask.Subject).Distinct()],
        [.. morning.Held.Select(held => held.Contact)]);
}

public sealed record SentMatter(MailingLine Line, IReadOnlyDictionary<string, Delivery> Outcomes);
