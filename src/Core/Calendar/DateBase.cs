namespace Almanach.Core.Calendar;

/// <summary>What a date expression starts from.</summary>
public abstract record DateBase
{
    private DateBase() { }

    internal abstract IEnumerable<DateOnly> Days(DateContext context);

    /// <summary>The day another step starts or ends.</summary>
    public sealed record Step(string Id, bool End) : DateBase
    {
        internal override IEnumerable<DateOnly> Days(DateContext context) =>
            context.Anchor(Id, End) is { } day ? [day] : [];
    }

    /// <summary><c>14 December</c>, <c>2021-12-14</c>. 29 February is the 28th in a common year.</summary>
    public sealed record MonthDay(int Month, int Day, YearOf Year) : DateBase
    {
        internal override IEnumerable<DateOnly> Days(DateContext context)
        {
            var year = Year.In(context.Year);
            return [new DateOnly(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)))];
        }
    }

    /// <summary><c>second Tuesday of December</c>.</summary>
    public sealed record Weekday(Nth Nth, DayOfWeek Day, int Month, YearOf Year) : DateBase
    {
        internal override IEnumerable<DateOnly> Days(DateContext context) =>
            [Nth.Of(Day, new DateOnly(Year.In(context.Year), Month, 1), months: 1)];
    }

    /// <summary><c>first Tuesday of each quarter</c>: four days, or twelve for each month.</summary>
    /// <param name="Months">Length of a period: 1 or 3.</param>
    public sealed record EachWeekday(Nth Nth, DayOfWeek Day, int Months, YearOf Year) : DateBase
    {
        internal override IEnumerable<DateOnly> Days(DateContext context)
        {
            var january = new DateOnly(Year.In(context.Year), 1, 1);
            return Enumerable.Range(0, 12 / Months).Select(period => Nth.Of(Day, january.AddMonths(period * Months), Months));
        }
    }
}

/// <summary>A year: the cycle's, another counted from it, or a fixed one.</summary>
/// <param name="Value">A year when fixed; else what to add to the cycle's year.</param>
public readonly record struct YearOf(int Value, bool Fixed)
{
    public int In(int cycle) => Fixed ? Value : cycle + Value;
}

/// <summary>Which of the weekdays of a period: 1 to 4, or −1 for the last.</summary>
public readonly record struct Nth(int Value)
{
    internal DateOnly Of(DayOfWeek weekday, DateOnly firstDay, int months)
    {
        if (Value > 0)
            return firstDay.AddDays((weekday - firstDay.DayOfWeek + 7) % 7 + 7 * (Value - 1));

        var lastDay = firstDay.AddMonths(months).AddDays(-1);
        return lastDay.AddDays(-((lastDay.DayOfWeek - weekday + 7) % 7));
    }
}

/// <summary><c>- 10 weeks</c>. A month later than the 31st is the last day of a shorter month.</summary>
/// <param name="Count">Signed.</param>
public readonly record struct Shift(int Count, ShiftUnit Unit)
{
    public DateOnly From(DateOnly day) => Unit switch
    {
        ShiftUnit.Days => day.AddDays(Count),
        ShiftUnit.Weeks => day.AddDays(7 * Count),
        ShiftUnit.Months => day.AddMonths(Count),
        ShiftUnit.WorkingDays => Holidays.AddWorkingDays(day, Count),
    };
}

public enum ShiftUnit
{
    Days,
    Weeks,
    Months,

    /// <summary>Monday to Friday, public holidays left out.</summary>
    WorkingDays,
}

/// <summary>What becomes of a date on a weekend or public holiday.</summary>
public enum Rolling
{
    Keep,
    NextWorkingDay,
    PreviousWorkingDay,
}
