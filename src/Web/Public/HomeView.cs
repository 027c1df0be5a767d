using Almanach.Core;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;
using Almanach.Web.Meetings;

namespace Almanach.Web.Public;

/// <summary>What the first page shows.</summary>
/// <param name="Members">Active organisations.</param>
/// <param name="Programme">The latest that is public.</param>
/// <param name="Meetings">Those ahead, soonest first.</param>
public sealed record HomeView(Setting Setting, int Members, PublishedDocument? Programme, IReadOnlyList<ComingMeeting> Meetings)
{
    private const int MostMeetings = 6;

    /// <summary>The newsletters one can subscribe to.</summary>
    public IReadOnlyList<NewsletterSetting> Letters { get; private init; } = [];

    public static async Task<HomeView> Of(Office office, CancellationToken stop = default)
    {
        var setting = office.Setting;
        var roster = await office.Network.Load(stop);
        var programme = (await office.Documents.All(stop)).FirstOrDefault(document => document is { Public: true, Kind: DocumentKind.Programme });
        List<ComingMeeting> meetings = [];
        foreach (var year in await office.Opening.Years(stop))
            foreach (var step in (await office.Cycle.Find(year, stop))?.Steps ?? [])
                if (step.Work is StepWork.Meet meet && step.IsAhead && step.Starts > office.Now)
                    meetings.Add(new ComingMeeting(step.Title, step.Starts,
                        FrenchDates.DayAt(setting.Zone.LocalOf(step.Starts)), Core.Meetings.Presence.Where(meet),
                        setting.Platform.Bodies.FirstOrDefault(body => body.Id == meet.Body)?.Name,
                        meet.Body is null && await office.Registrations.TakesMore($"{year}-{step.Id}", office.Now, stop) ? RegistrationHandlers.Address($"{year}-{step.Id}") : null));
        return new HomeView(setting, roster.Organisations.Values.Count(organisation => organisation.Active), programme,
            [.. meetings.OrderBy(meeting => meeting.Starts).Take(MostMeetings)])
        {
            Letters = office.SignUps.IsOpen ? setting.Platform.Newsletters : [],
        };
    }
}

/// <param name="When">« mardi 12 avril 2022 à 9 h 30 ».</param>
/// <param name="For">Name of the body it is for; null when it is for the whole network.</param>
/// <param name="Registration">Address of the page on which one registers; null where that is not open.</param>
public sealed record ComingMeeting(string Title, DateTimeOffset Starts, string When, string Where, string? For, string? Registration = null);
