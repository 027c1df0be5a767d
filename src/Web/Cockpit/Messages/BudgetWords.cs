using Almanach.Core.French;
using Almanach.Core.Mail.Budget;
using Almanach.Core.Platforms;

namespace Almanach.Web.Cockpit.Messages;

/// <summary>The solicitation budget in words.</summary>
internal static class BudgetWords
{
    /// <summary>« quatre fois en quatorze jours ».</summary>
    public static string Rule(MailBudget budget) => $"{Times(budget.Solicitations)} {Window(budget)}";

    /// <summary>« 31 personnes auront été sollicitées cinq fois en quatorze jours », « … de cinq à sept fois en quatorze jours ».</summary>
    /// <param name="over">At least one.</param>
    public static string Beyond(IReadOnlyCollection<OverBudget> over, MailBudget budget)
    {
        var (least, most) = (over.Min(person => person.Times), over.Max(person => person.Times));
        var times = least == most ? Times(most) : $"de {Numbers.Words(least, feminine: true)} à {Times(most)}";
        return $"{Words.People(over.Count)} {(over.Count == 1 ? "aura été sollicitée" : "auront été sollicitées")} {times} {Window(budget)}";
    }

    /// <summary>« quatre fois ».</summary>
    public static string Times(int times) => $"{Numbers.Words(times, feminine: true)}\u00A0fois";

    private static string Window(MailBudget budget) => $"en {Numbers.Words(budget.Days)}\u00A0{(budget.Days == 1 ? "jour" : "jours")}";
}
