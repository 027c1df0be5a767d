namespace Almanach.Core.Consultations.Replies.Days;

internal enum HalfDay
{
    Morning,
    Afternoon,
}

/// <summary>A date as somebody writes it: « le 12 », « mardi », « 12/04 à 14 h », « la première ». What is not said is null.</summary>
/// <param name="Sign">What stands for it in the text.</param>
/// <param name="Place">From 1; -1 for the last.</param>
/// <param name="Count">Of « les deux »: how many there are said to be.</param>
internal sealed record DayMention(
    char Sign, int? Day = null, int? Month = null, int? Year = null, DayOfWeek? Weekday = null, TimeOnly? Hour = null, HalfDay? Half = null,
    int? Place = null, int? Count = null, bool Wrong = false)
{
    /// <summary>Which half of the day it is in, by its hour too.</summary>
    public HalfDay? In => Half ?? (Hour is { } hour ? hour.Hour < 12 ? HalfDay.Morning : HalfDay.Afternoon : null);

    /// <summary>Whether it may mean that date. A year the date does not say may be any.</summary>
    public bool Fits(DayMention date) => !Wrong && Place is null
        && (Day is null || Day == date.Day) && (Month is null || date.Month is null || Month == date.Month) && (Year is null || date.Year is null || Year == date.Year)
        && (Weekday is null || date.Weekday is null || Weekday == date.Weekday)
        && (Hour is null || Hour == date.Hour) && (Half is null || Half == date.In);
}
