using Almanach.Core.French;
using Almanach.Web.Hosting;

namespace Almanach.Web.Consultations.Contributions;

/// <summary>The day of an event as people type it; without a year, the next such day.</summary>
internal static class TypedDay
{
    /// <summary>« 2027-04-12 », « 12/04/2027 », « 12/4 », « lundi 12 avril 2027 », « 1er mai »; null for what is no day.</summary>
    public static DateOnly? Of(string text, DateOnly today)
    {
        if (TypedTime.Day(text) is { } whole)
            return whole;
        var parts = Typography.Fold(text).Split([' ', '/', '.', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).SkipWhile(part => !char.IsAsciiDigit(part[0])).ToList();
        if (parts.Count is not (2 or 3) || Number(parts[0] == "1er" ? "1" : parts[0]) is not { } day || Month(parts[1]) is not { } month)
            return null;
        if (parts.Count == 3)
            return Number(parts[2]) is { } year ? Day(year < 100 ? 2000 + year : year, month, day) : null;
        return Day(today.Year, month, day) is { } next && next >= today ? next : Day(today.Year + 1, month, day);
    }

    private static int? Month(string text) => Number(text)
        ?? (Enumerable.Range(1, 12).FirstOrDefault(month => Typography.Fold(FrenchDates.Month(month)) == text) is > 0 and var named ? named : null);

    private static int? Number(string text) => text.Length is 1 or 2 or 4 && text.All(char.IsAsciiDigit) ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static DateOnly? Day(int year, int month, int day) =>
        year is > 1999 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
