using Almanach.Core.Mail.Asks;
using Almanach.Core.Platforms;

namespace Almanach.Core.Mail.Budget;

/// <summary>
/// Which reminders leave this morning within a person's budget. One that does not fit waits for the first morning that has
/// room, and drops out with the close. The last reminder of what stands at the head of the platform's order leaves all the
/// same, as long as reminders alone do not fill the budget; a mail that leaves carries all that is due.
/// </summary>
public static class BudgetRules
{
    /// <param name="due">Asks of people who may be reminded this morning.</param>
    /// <param name="lately">How often each was solicited in the budget's days up to this morning.</param>
    public static AskMorning Sort(DateOnly day, IEnumerable<Ask> due, IReadOnlyDictionary<string, SolicitedTimes> lately, MailBudget budget)
    {
        var people = due.OrderBy(ask => ask.Contact, StringComparer.Ordinal).ThenBy(ask => budget.RankOf(ask.Kind)).ThenBy(ask => ask.Until)
            .ThenBy(ask => ask.Subject, StringComparer.Ordinal).ThenBy(ask => ask.Wave).GroupBy(ask => ask.Contact).ToLookup(asks => Leaves([.. asks], lately.GetValueOrDefault(asks.Key), budget));
        return new AskMorning(day, [.. people[true]], [.. people[false].Select(asks => new HeldReminder([.. asks], lately[asks.Key].All))]);
    }

    /// <summary>Whether one person is reminded.</summary>
    /// <param name="asks">All that is due of this person.</param>
    public static bool Leaves(IReadOnlyList<Ask> asks, SolicitedTimes lately, MailBudget budget) =>
        lately.All < budget.Solicitations
        || lately.Reminders < budget.Solicitations && asks.Any(ask => ask.Final && budget.AlwaysReminds(ask.Kind));

    /// <summary>Who would have been solicited more often than the budget says once this message has left, the most often first.</summary>
    /// <param name="lately">How often each was solicited before, in the budget's days up to that day.</param>
    public static IReadOnlyList<OverBudget> Beyond(IEnumerable<string> people, IReadOnlyDictionary<string, SolicitedTimes> lately, MailBudget budget) =>
        [.. people.Distinct().Select(person => new OverBudget(person, lately.GetValueOrDefault(person).All + 1)).Where(person => person.Times > budget.Solicitations)
            .OrderByDescending(person => person.Times).ThenBy(person => person.Contact, StringComparer.Ordinal)];
}

/// <summary>Somebody solicited more often than the budget says.</summary>
/// <param name="Times">In the budget's days.</param>
public sealed record OverBudget(string Contact, int Times);
