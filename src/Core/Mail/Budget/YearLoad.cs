using Almanach.Core.Mail.Asks;
using Almanach.Core.Platforms;

namespace Almanach.Core.Mail.Budget;

/// <summary>What the coming weeks ask of the network and of the coordinator, were nobody to answer by themselves: the most that can leave.</summary>
/// <param name="Open">Whether the year is open; of one in preparation only its own steps are told, with those of the years that are open.</param>
public sealed record YearLoad(int Year, bool Open, MailBudget Budget, IReadOnlyList<WeekLoad> Weeks);

/// <param name="Most">The most solicitations of one person that week.</param>
/// <param name="Median">The median over those solicited at all that week; 0 for nobody.</param>
/// <param name="Over">Who would have been solicited, on a day of that week, more often than the budget says, with how often.</param>
/// <param name="Asks">What solicits those people, that week or in the budget's days before it: each message to come, with those of them who get it.</param>
/// <param name="Gone">How many messages that have left already do so too.</param>
/// <param name="Movable">Steps to come that make it so: those whose move relieves most people first, then the nearest.</param>
/// <param name="Held">Reminders the budget holds back for the whole of that week: whoever is reminded later in it is not among them.</param>
public sealed record WeekLoad(
    DateOnly Monday, IReadOnlyList<PlannedMail> Mails, IReadOnlyList<WeekStep> Meetings, IReadOnlyList<ExpectedWork> Work,
    int Copies, int People, int Most, decimal Median, IReadOnlyList<OverBudget> Over, IReadOnlyList<PlannedMail> Asks, int Gone, IReadOnlyList<MovableStep> Movable, IReadOnlyList<HeldReminder> Held);

/// <summary>A message that would leave.</summary>
/// <param name="Step">« 2022/collecte »; empty for reminders.</param>
/// <param name="Title">Of its step, or of what is asked again.</param>
/// <param name="Kind">What it asks; null for a message that asks nothing.</param>
/// <param name="People">Ids of those who get it.</param>
public sealed record PlannedMail(DateTimeOffset At, DateOnly Day, string Step, string Title, string Text, SolicitationKind? Kind, IReadOnlyList<string> People);

/// <param name="Step">Id in the plan of its year.</param>
public sealed record WeekStep(DateOnly Day, int Year, string Step, string Title);

/// <summary>A step that makes a week ask too much, and can still be moved.</summary>
/// <param name="Relieved">How many people would be within the budget again, were it moved away by itself.</param>
public sealed record MovableStep(DateOnly Day, int Year, string Step, string Title, int Relieved);

/// <summary>Something only the coordinator can do.</summary>
public sealed record ExpectedWork(WorkKind Kind, DateOnly Day, int Year, string Step, string Title);

public enum WorkKind
{
    /// <summary>A step that opens by her act only, or waits for her already.</summary>
    Open,

    /// <summary>Proposals to bring together, by that day.</summary>
    Consolidate,

    /// <summary>What a committee chose, to be recorded.</summary>
    Decide,

    /// <summary>Who came and what was decided, which the minutes are drawn from.</summary>
    Record,

    /// <summary>Minutes whose delay for corrections ends.</summary>
    Approve,
}
