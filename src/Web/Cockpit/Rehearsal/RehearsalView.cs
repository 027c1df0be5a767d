using Almanach.Core.French;

namespace Almanach.Web.Cockpit.Rehearsal;

/// <summary>Every mail still to come of a year that nobody has answered yet, by month.</summary>
/// <param name="Copies">How many copies in all.</param>
public sealed record RehearsalView(int Year, int Mails, int Copies, IReadOnlyList<RehearsedMonth> Months)
{
    /// <summary>Steps that would not open by themselves, and why.</summary>
    public IReadOnlyList<(string Title, string Href, string Why)> Held { get; init; } = [];

    public static RehearsalView Of(int year, IReadOnlyList<RehearsedMail> mails) => new(
        year, mails.Count, mails.Sum(mail => mail.Names.Count),
        [.. mails.OrderBy(mail => mail.Day).GroupBy(mail => (mail.Day.Year, mail.Day.Month))
            .Select(month => new RehearsedMonth($"{Words.Capital(FrenchDates.Month(month.Key.Month))} {month.Key.Year}", [.. month]))]);
}

public sealed record RehearsedMonth(string Title, IReadOnlyList<RehearsedMail> Mails);

/// <param name="Text">The text part of the first person's copy.</param>
/// <param name="TextHref">Where its words are changed.</param>
public sealed record RehearsedMail(DateOnly Day, string When, string Subject, string Step, IReadOnlyList<string> Names, string Text, string TextHref);
