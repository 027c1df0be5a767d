using System.Diagnostics.CodeAnalysis;

namespace Almanach.Core.Calendar;

/// <summary>
/// When a step of the calendar falls, as its configuration says it: <c>copil - 10 weeks</c>, <c>collecte.end + 1 day</c>,
/// <c>second Tuesday of December of the year before at 09:30</c>, <c>first Tuesday of each quarter or next working day</c>.
/// Parsed once, evaluated as often as needed, without a clock. The whole grammar is in <see cref="DateParser"/>.
/// </summary>
/// <param name="Base">What it starts from.</param>
/// <param name="Shifts">Applied in order, at most <see cref="DateParser.MaxShifts"/>.</param>
/// <param name="AvoidsSchoolHolidays">Moved later by whole weeks until outside the holidays.</param>
/// <param name="Time">Time of day in the platform's zone; null when the expression gives none.</param>
public sealed record DateExpression(DateBase Base, IReadOnlyList<Shift> Shifts, Rolling Rolling, bool AvoidsSchoolHolidays, TimeOnly? Time)
{
    const int WeeksTried = 53;

    /// <summary>Ids of the steps it counts from, each once: what must be planned before.</summary>
    public IReadOnlyList<string> Anchors => Base is DateBase.Step step ? [step.Id] : [];

    /// <summary>One step becomes several occurrences (<c>each quarter</c>, <c>each month</c>).</summary>
    public bool Repeats => Base is DateBase.EachWeekday;

    /// <summary>Reads a text; of a bad one says where and why. Never throws.</summary>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out DateExpression? expression, [NotNullWhen(false)] out ParseProblem? problem) =>
        DateParser.TryParse(text ?? "", out expression, out problem);

    /// <summary>
    /// The dates of one cycle, in order. Empty when the step it counts from has no date (not of this year, skipped), or when
    /// every week of a year is school holidays.
    /// </summary>
    public IReadOnlyList<PlannedDate> Evaluate(DateContext context) =>
    [
        .. Base.Days(context)
            .Select(day => Shifts.Aggregate(day, (shifted, shift) => shift.From(shifted)))
            .Select(day => Settle(day, context))
            .OfType<DateOnly>()
            .Select(day => new PlannedDate(day, Time)),
    ];

    DateOnly? Settle(DateOnly day, DateContext context)
    {
        for (var week = 0; week < WeeksTried; week++)
        {
            var settled = Roll(day.AddDays(7 * week));
            if (!AvoidsSchoolHolidays || !context.IsSchoolHoliday(settled))
                return settled;
        }

        return null;
    }

    DateOnly Roll(DateOnly day) => Rolling switch
    {
        Rolling.Keep => day,
        Rolling.NextWorkingDay => Holidays.NextWorkingDay(day),
        Rolling.PreviousWorkingDay => Holidays.PreviousWorkingDay(day),
    };
}

/// <summary>What a date is worked out against.</summary>
/// <param name="Year">The cycle's year, 1900 to 2199: <c>of the year before</c> counts from it.</param>
/// <param name="Anchor">The day on which a step starts, or ends when the second argument is true; null when it has none.</param>
/// <param name="IsSchoolHoliday">Whether one of the platform's académies is on holiday.</param>
public sealed record DateContext(int Year, Func<string, bool, DateOnly?> Anchor, Func<DateOnly, bool> IsSchoolHoliday);

/// <param name="Time">Time of day in the platform's zone; null when the calendar gives none.</param>
public readonly record struct PlannedDate(DateOnly Day, TimeOnly? Time);

/// <param name="Position">Index of the first character that doesn't fit; the text's length when something is missing at its end.</param>
public sealed record ParseProblem(int Position, string FrenchMessage);
