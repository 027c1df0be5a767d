using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Almanach.Core.Calendar;

/// <summary>
/// Reads the language of a calendar's steps, by recursive descent:
/// <code>
/// expression = base { shift } { modifier } [ "at" 08:30 ]
/// base       = step [ ".start" | ".end" ]
///            | nth weekday "of" ( month | "each" ( "quarter" | "month" ) ) [ year ]
///            | 14 month [ year ] | 2021-12-14 | {year}-12-14
/// nth        = "first" | "second" | "third" | "fourth" | "last"
/// year       = "of the year before" | "of the year after" | 2021 | {year}
/// shift      = ( "+" | "-" ) number ( "days" | "weeks" | "months" | "working days" )
/// modifier   = "or next working day" | "or previous working day" | "avoiding school holidays"
/// </code>
/// Case doesn't matter; a minus may be a hyphen with a space before it, U+2212 or an en dash.
/// </summary>
sealed class DateParser(DateCursor cursor)
{
    public const int MaxShifts = 8;
    public const int MaxCount = 1000;

    public static bool TryParse(
        string text, [NotNullWhen(true)] out DateExpression? expression, [NotNullWhen(false)] out ParseProblem? problem)
    {
        var cursor = new DateCursor(text);
        expression = new DateParser(cursor).Expression();
        problem = cursor.Problem;
        return expression is not null;
    }

    DateExpression? Expression()
    {
        if (new DateBaseParser(cursor).Base() is not { } start
            || Shifts() is not { } shifts
            || Modifiers() is not var (rolling, avoiding)
            || !Time(out var time))
            return null;

        if (cursor.Word == "")
            return new DateExpression(start, shifts, rolling, avoiding, time);

        cursor.Fail($"« {cursor.Word} » n’est pas compris ici.");
        return null;
    }

    List<Shift>? Shifts()
    {
        var shifts = new List<Shift>();
        while (cursor.Word is "+" or "-")
        {
            if (shifts.Count == MaxShifts)
            {
                cursor.Fail($"Au plus {MaxShifts} décalages peuvent se suivre.");
                return null;
            }

            var sign = cursor.Word == "+" ? 1 : -1;
            cursor.Next++;
            if (cursor.Take(CountOf, $"Un nombre entre 0 et {MaxCount} est attendu.") is not { } count || Unit() is not { } unit)
                return null;

            shifts.Add(new Shift(sign * count, unit));
        }

        return shifts;
    }

    static int? CountOf(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MaxCount ? count : null;

    ShiftUnit? Unit()
    {
        if (!cursor.Accept("working"))
            return cursor.Take(DateWords.UnitOf, "« days », « weeks », « months » ou « working days » est attendu.");

        return cursor.Take<ShiftUnit>(word => word is "day" or "days" ? ShiftUnit.WorkingDays : null, "« days » est attendu après « working ».");
    }

    (Rolling Rolling, bool Avoiding)? Modifiers()
    {
        var (rolling, avoiding) = (Rolling.Keep, false);
        while (cursor.Word is "or" or "avoiding")
        {
            if (cursor.Word == "avoiding" ? avoiding : rolling != Rolling.Keep)
            {
                cursor.Fail("Cette précision est donnée deux fois.");
                return null;
            }

            if (cursor.Word == "avoiding" && cursor.Expect("avoiding", "school", "holidays"))
                avoiding = true;
            else if (cursor.Problem is null && WorkingDay() is { } chosen)
                rolling = chosen;
            else
                return null;
        }

        return (rolling, avoiding);
    }

    Rolling? WorkingDay()
    {
        cursor.Next++;
        var rolling = cursor.Take<Rolling>(
            word => word switch { "next" => Rolling.NextWorkingDay, "previous" => Rolling.PreviousWorkingDay, _ => null },
            "« next working day » ou « previous working day » est attendu.");
        return rolling is not null && cursor.Expect("working", "day") ? rolling : null;
    }

    bool Time(out TimeOnly? time)
    {
        time = cursor.Accept("at") ? cursor.Take(HourOf, "Une heure est attendue, comme 08:30.") : null;
        return cursor.Problem is null;
    }

    static TimeOnly? HourOf(string word) =>
        TimeOnly.TryParseExact(word, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
