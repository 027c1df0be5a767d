using System.ComponentModel;

namespace Almanach.Core.Platforms;

/// <summary>
/// How often one person may be solicited: at most so many messages that ask something in any so many days in a row. Only
/// reminders are ever held back; what the coordinator sends counts, and leaves.
/// </summary>
/// <param name="Solicitations">Messages that ask something (<see cref="Mail.Budget.Solicitations"/>), 1 to 20.</param>
/// <param name="Days">Length of the window in days, 1 to 60.</param>
/// <param name="Priority">What is asked, the most important first; what is not named comes after, in the order of <see cref="AskKind"/>.</param>
/// <param name="AlwaysReminded">Of how many at the head of that order the last reminder before the close leaves though the budget is spent, 0 to 4.</param>
public sealed record MailBudget(
    [DefaultValue(MailBudget.UsualSolicitations)] int Solicitations = MailBudget.UsualSolicitations, [DefaultValue(MailBudget.UsualDays)] int Days = MailBudget.UsualDays,
    IReadOnlyList<AskKind>? Priority = null, [DefaultValue(2)] int AlwaysReminded = 2)
{
    public const int UsualSolicitations = 4;
    public const int UsualDays = 14;

    public static MailBudget Default { get; } = new();

    /// <summary>Its place in the order of priority, from 0.</summary>
    public int RankOf(AskKind kind)
    {
        List<AskKind> order = [.. (Priority ?? []).Union(Enum.GetValues<AskKind>())];
        return order.IndexOf(kind);
    }

    /// <summary>Whether the last reminder of such an ask leaves though the budget is spent.</summary>
    public bool AlwaysReminds(AskKind kind) => RankOf(kind) < AlwaysReminded;
}

/// <summary>What is asked of somebody, as far as it matters what comes first. In the usual order of priority.</summary>
public enum AskKind
{
    /// <summary>Who comes to a meeting: its quorum rests on it.</summary>
    Attendance,

    /// <summary>A vote.</summary>
    Vote,

    /// <summary>On which date a meeting takes place.</summary>
    Dates,

    /// <summary>Anything else: themes, interest, speakers.</summary>
    Answers,
}
