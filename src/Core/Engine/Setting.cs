using System.Globalization;
using Almanach.Core.Calendar;
using Almanach.Core.Cycle;
using Almanach.Core.Platforms;

namespace Almanach.Core.Engine;

/// <summary>What every desk needs to know of the platform it serves.</summary>
/// <param name="Folder">The platform's folder as it was read and checked.</param>
/// <param name="Zone">The one place where instants become days.</param>
/// <param name="SchoolHolidays">School holidays of all académies.</param>
public sealed record Setting(LoadedPlatform Folder, PlatformZone Zone, SchoolHolidays SchoolHolidays)
{
    public Platform Platform => Folder.Platform;

    /// <summary>The dates of a year as the calendar gives them, some first and last days set by hand.</summary>
    public YearPlan Plan(int year, IReadOnlyDictionary<string, DateOnly>? moved = null, IReadOnlyDictionary<string, DateOnly>? ends = null) =>
        YearPlanner.Plan(Platform, Zone, year, IsSchoolHoliday, moved, ends);

    public bool IsSchoolHoliday(DateOnly day) => Platform.Academies.Any(academy => SchoolHolidays.Covers(academy, day));

    /// <summary>The consultation as that year puts it: <c>[année]</c> filled in everywhere.</summary>
    public ConsultationTemplate Consultation(string id, int year) => Platform.Consultations.Single(template => template.Id == id).For(year);

    public NewsletterSetting Newsletter(string id) => Platform.Newsletters.Single(letter => letter.Id == id);

    /// <summary>The text with <c>[année]</c> filled in.</summary>
    public static string Fill(string text, int year) =>
        text.Replace("[année]", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
