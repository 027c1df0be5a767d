using Almanach.Core.French;

namespace Almanach.Core.Mail.Asks;

/// <summary>Which of the due asks leave this morning: each wave once, nobody twice within the days between reminders, one mail a person.</summary>
public static class AskRules
{
    /// <param name="due">Asks due and not expired, of people who have not answered.</param>
    /// <param name="before">Earlier mornings, as far back as matters.</param>
    /// <returns>By person, in order of id; a person's asks in the order given.</returns>
    public static IReadOnlyList<IGrouping<string, Ask>> Merge(
        IEnumerable<Ask> due, IReadOnlyList<AskDay> before, DateOnly today, int daysBetween)
    {
        var asked = before.SelectMany(day => day.Asked).Select(once => (once.Contact, once.Subject, once.Wave)).ToHashSet();
        var resting = before.Where(day => day.Day.AddDays(daysBetween) > today)
            .SelectMany(day => day.Asked).Select(once => once.Contact).ToHashSet();
        return [.. due
            .Where(ask => !resting.Contains(ask.Contact) && !asked.Contains((ask.Contact, ask.Subject, ask.Wave)))
            .GroupBy(ask => ask.Contact).OrderBy(group => group.Key, StringComparer.Ordinal)];
    }

    /// <summary>What the subject of a merged mail says: what is asked and until when.</summary>
    public static string Subject(IReadOnlyList<Ask> asks)
    {
        var until = FrenchDates.ShortDay(asks.Min(ask => ask.Until));
        return asks.Count == 1
            ? $"{asks[0].Title}, votre réponse jusqu’au {until}"
            : $"{Numbers.Words(asks.Count, feminine: true)} réponses attendues, la première jusqu’au {until}";
    }
}
