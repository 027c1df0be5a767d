using Almanach.Core;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Budget;
using Almanach.Core.Network;

namespace Almanach.Web.Cockpit.Messages;

/// <summary>Before a message leaves: who would have been solicited more often than the budget says. It leaves all the same; it is her to decide.</summary>
/// <param name="Sentence">« 31 personnes auront été sollicitées cinq fois en quatorze jours ».</param>
/// <param name="Rule">What the platform allows itself.</param>
/// <param name="Names">Each with how often.</param>
public sealed record BeyondBudget(string Sentence, string Rule, IReadOnlyList<string> Names)
{
    /// <param name="at">When it would leave, UTC.</param>
    /// <returns>Null where the message asks nothing, or the budget holds.</returns>
    internal static async Task<BeyondBudget?> Of(Office office, Mailing mailing, IReadOnlyList<AudienceMember> members, Roster roster, DateTimeOffset at, CancellationToken stop)
    {
        if (Solicitations.Of(office.Setting.Platform, mailing.Text) is null)
            return null;
        var budget = office.Setting.Platform.Mail.BudgetOrDefault();
        var lately = (await office.Tally.Until(at, stop)).Times(office.Setting.Zone.DayOf(at), at, budget.Days);
        var known = await office.Suppressions.Load(stop);
        var over = BudgetRules.Beyond(members.Select(member => member.Contact).Where(contact => People.Reached(roster, known, mailing, contact)), lately, budget);
        return over.Count == 0 ? null : new BeyondBudget(
            BudgetWords.Beyond(over, budget), BudgetWords.Rule(budget), [.. over.Select(person => $"{People.Name(roster, person.Contact)} ({BudgetWords.Times(person.Times)})")]);
    }
}
