using System.Globalization;

namespace Almanach.Adapters.DataFiles.Cells;

/// <summary>Days as spreadsheets count them: 1 is 1 January 1900, and 60 a 29 February 1900 that never was; or from 1904.</summary>
internal static class SerialDay
{
    /// <summary>« 2024-12-31 », with its time where it has one, « 14:30:00 » below one day; null for what is no day.</summary>
    public static string? Text(double serial, bool from1904)
    {
        if (serial is < 0 or >= 2_958_466)
            return null;
        if (serial < 1 && !from1904)
            return TimeSpan.FromSeconds(Math.Round(serial * 86_400)).ToString("c", CultureInfo.InvariantCulture);
        var first = from1904 ? new DateTime(1904, 1, 1) : new DateTime(1899, 12, serial < 60 ? 31 : 30);
        var instant = first.AddSeconds(Math.Round(serial * 86_400));
        return instant.ToString(instant.TimeOfDay.Ticks == 0 ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }
}
