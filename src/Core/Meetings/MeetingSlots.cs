using System.Globalization;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Meetings;

/// <summary>What fills every text about a meeting, whoever reads it.</summary>
public static class MeetingSlots
{
    /// <param name="linked">Whether they may have the link of the video meeting.</param>
    public static Dictionary<string, string> Of(Meeting meeting, Setting setting, bool linked)
    {
        var meet = new StepWork.Meet("", meeting.Body, meeting.Place, meeting.Remote, false, meeting.Link);
        return new Dictionary<string, string>
        {
            ["titre"] = meeting.Title,
            ["année"] = meeting.Year.ToString(CultureInfo.InvariantCulture),
            ["date"] = FrenchDates.DayAt(setting.Zone.LocalOf(meeting.Starts)),
            ["jour et heures"] = FrenchDates.Span(setting.Zone.LocalOf(meeting.Starts), setting.Zone.LocalOf(meeting.Ends)),
            ["lieu"] = linked ? Presence.Address(meet) : Presence.Where(meet),
        };
    }
}
