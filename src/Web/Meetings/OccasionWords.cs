using Almanach.Core.Calendar;
using Almanach.Core.French;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Platforms;

namespace Almanach.Web.Meetings;

/// <summary>When and where a meeting is, and how many places it has left, as anybody reads it.</summary>
public static class OccasionWords
{
    /// <summary>« mardi 12 avril 2022, de 9 h 30 à 16 h 30 ».</summary>
    public static string When(Meeting meeting, PlatformZone zone)
    {
        var (starts, ends) = (zone.LocalOf(meeting.Starts), zone.LocalOf(meeting.Ends));
        return starts.Date == ends.Date
            ? $"{FrenchDates.Day(DateOnly.FromDateTime(starts))}, de {FrenchDates.Hour(TimeOnly.FromDateTime(starts))} à {FrenchDates.Hour(TimeOnly.FromDateTime(ends))}"
            : FrenchDates.DayAt(starts);
    }

    /// <summary>Without the video link.</summary>
    public static string Where(Meeting meeting) => Capitals.First(Presence.Where(Meet(meeting)));

    /// <summary>With it, for who has a place.</summary>
    public static string Address(Meeting meeting) => Capitals.First(Presence.Address(Meet(meeting)));

    public static string Free(int? free) => free switch
    {
        null => "Le nombre de places n’est pas limité.",
        0 => "Toutes les places sont prises. Vous pouvez vous inscrire sur la liste d’attente\u00A0: si une place se libère, un message vous le dit.",
        { } some => $"Il reste {Numbers.Count(some, "place", "places")}.",
    };

    /// <summary>« Inscriptions jusqu’au lundi 11 avril 2022 ».</summary>
    public static string Until(RegistrationMatter matter) => FrenchDates.Day(matter.Scene.LastDay(matter.Book!.Terms));

    private static StepWork.Meet Meet(Meeting meeting) => new("", meeting.Body, meeting.Place, meeting.Remote, false, meeting.Link);
}
