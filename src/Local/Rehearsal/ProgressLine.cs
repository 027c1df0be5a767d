using Almanach.Core.Calendar;
using Almanach.Core.French;

namespace Almanach.Local.Rehearsal;

/// <summary>Shows on a terminal which day the rehearsal has come to.</summary>
public sealed class ProgressLine(PlatformZone zone)
{
    private DateOnly shown;

    public void Show(DateTimeOffset instant)
    {
        var day = zone.DayOf(instant);
        if (day == shown)
            return;
        shown = day;
        Console.Write($"\r{FrenchDates.Day(day),-40}");
    }

    public void Clear() => Console.Write($"\r{"",-40}\r");
}
