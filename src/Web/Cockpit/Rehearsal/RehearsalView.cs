using Almanach.Core.French;

namespace Almanach.Web.Cockpit.Rehearsal;

/// <summary>Every mail of a year that nobody has answered yet, by month.</summary>
/// <param name="Copies">How many copies in all.</param>
public sealed record RehearsalView(int Year, int Mails, int Copies, IReadOnlyList<RehearsedMonth> Months)
{
    public static RehearsalView Of(int year, IReadOnlyList<RehearsedMail> mails) => new(
        year, mails.Count, mails.Sum(mail => mail.Names.Count),
        [.. mails.OrderBy(mail => mail.Day).GroupBy(mail => (mail.Day.Year, mail.Day.Month))
            .Select(month => new RehearsedMonth($"{Words.Capital(FrenchDates.Month(month.Key.Month))} {month.Key.Year}", [.. month]))]);
}

public sealed record RehearsedMonth(string Title, IReadOnlyList<RehearsedMail> Mails);

/// <param name="Text">The text part of the first person's copy.</param>
/// <param name="TextHref">Where its words are changed.</param>
public sealed record RehearsedMail(DateOnly Day, string When, string Subject, string Step, IReadOnlyList<string> Names, string Text, string TextHref);
