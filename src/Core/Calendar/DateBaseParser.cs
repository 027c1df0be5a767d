using System.Globalization;
using System.Text.RegularExpressions;
using Almanach.Core.French;

namespace Almanach.Core.Calendar;

/// <summary>Reads what a date expression starts from; the grammar is in <see cref="DateParser"/>.</summary>
sealed partial class DateBaseParser(DateCursor cursor)
{
    const int MinYear = 1900;
    const int MaxYear = 2199;

    static readonly YearOf _cycle = new(0, Fixed: false);

    public DateBase? Base()
    {
        if (cursor.Word == "")
        {
            cursor.Fail("Une date est attendue : une étape, « second Tuesday of December » ou « 14 December ».");
            return null;
        }

        if (DateWords.NthOf(cursor.Word) is { } nth)
            return Weekday(nth);

        if (IsoDate().Match(cursor.Word) is { Success: true } iso)
            return Iso(iso);

        return int.TryParse(cursor.Word, NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? MonthDay(day) : Step();
    }

    DateBase.Step? Step()
    {
        var name = StepName().Match(cursor.Word);
        if (!name.Success || DateWords.IsReserved(cursor.Word))
        {
            cursor.Fail($"« {cursor.Word} » n’est ni une étape ni une date.");
            return null;
        }

        cursor.Next++;
        return new DateBase.Step(name.Groups["id"].Value, End: name.Groups["edge"].Value == "end");
    }

    DateBase? Weekday(Nth nth)
    {
        cursor.Next++;
        if (cursor.Take(DateWords.WeekdayOf, "Un jour de la semaine est attendu, de Monday à Sunday.") is not { } weekday || !cursor.Expect("of"))
            return null;

        if (cursor.Accept("each"))
        {
            return cursor.Take(DateWords.PeriodOf, "« quarter » ou « month » est attendu.") is { } months && Year() is { } of
                ? new DateBase.EachWeekday(nth, weekday, months, of)
                : null;
        }

        return cursor.Take(DateWords.MonthOf, "Un mois est attendu, de January à December, ou « each quarter ».") is { } month && Year() is { } year
            ? new DateBase.Weekday(nth, weekday, month, year)
            : null;
    }

    DateBase.MonthDay? MonthDay(int day)
    {
        var start = cursor.Next++;
        return cursor.Take(DateWords.MonthOf, "Un mois est attendu après le jour, de January à December.") is { } month && Year() is { } year
            ? Existing(day, month, year, start)
            : null;
    }

    DateBase.MonthDay? Iso(Match iso)
    {
        if (YearNumber(iso.Groups["year"].Value) is not { } year)
            return null;

        return Existing(int.Parse(iso.Groups["day"].Value), int.Parse(iso.Groups["month"].Value), year, cursor.Next++);
    }

    // A leap year stands for those that aren't known yet: 29 February is accepted, and becomes the 28th in a common year.
    DateBase.MonthDay? Existing(int day, int month, YearOf year, int start)
    {
        var knownMonth = month is >= 1 and <= 12;
        if (knownMonth && day >= 1 && day <= DateTime.DaysInMonth(year.Fixed ? year.Value : 2000, month))
            return new DateBase.MonthDay(month, day, year);

        cursor.Next = start;
        cursor.Fail(knownMonth ? $"Le {day} {FrenchDates.Month(month)} n’existe pas." : $"Le mois {month} n’existe pas.");
        return null;
    }

    YearOf? Year()
    {
        if (cursor.Accept("of"))
        {
            return cursor.Expect("the", "year") && cursor.Take(Neighbour, "« before » ou « after » est attendu.") is { } offset
                ? new YearOf(offset, Fixed: false)
                : null;
        }

        if (!YearText().IsMatch(cursor.Word))
            return _cycle;

        var year = YearNumber(cursor.Word);
        cursor.Next += year is null ? 0 : 1;
        return year;
    }

    static int? Neighbour(string word) => word switch
    {
        "before" => -1,
        "after" => 1,
        _ => null,
    };

    YearOf? YearNumber(string text)
    {
        if (text == "{year}")
            return _cycle;

        var year = int.Parse(text);
        if (year is >= MinYear and <= MaxYear)
            return new YearOf(year, Fixed: true);

        cursor.Fail($"L’année doit être entre {MinYear} et {MaxYear}.");
        return null;
    }

    [GeneratedRegex(@"^(?<year>[0-9]{4}|\{year\})-(?<month>[0-9]{2})-(?<day>[0-9]{2})\z")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"^([0-9]{4}|\{year\})\z")]
    private static partial Regex YearText();

    [GeneratedRegex(@"^(?<id>(?=[0-9-]*[a-z])[a-z0-9]+(-[a-z0-9]+)*)(\.(?<edge>start|end))?\z")]
    private static partial Regex StepName();
}
