using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Privacy;
using Almanach.Core.Retention;
using Almanach.Web.Cockpit.Journal;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Cockpit.Today;

namespace Almanach.Web.Cockpit.PersonalData;

/// <summary>The room « Données personnelles ».</summary>
/// <param name="Requests">Those that wait, oldest first.</param>
/// <param name="Leavers">People who left, or whose organisation did, and are not erased yet, with that day and the day after which they are erased; soonest first.</param>
/// <param name="Nights">What was erased lately, newest first.</param>
public sealed record PersonalDataView(
    Roster Roster, IReadOnlyList<WaitingRequest> Requests, IReadOnlyList<(Contact Person, DateOnly Left, DateOnly Until)> Leavers, int Received, IReadOnlyList<ErasedNight> Nights, string Done, Refusal? Refusal)
{
    /// <summary>How far back the journal is read for what was erased.</summary>
    public const int Days = 60;

    public int Active => Roster.Active.Count();

    /// <summary>With those whose erasure is under way.</summary>
    public int Erased => Roster.Contacts.Values.Count(contact => contact.IsErased) + Erasing;

    /// <summary>Whose erasure is ordered and takes place in a moment.</summary>
    public int Erasing { get; private init; }

    /// <summary>How many subscribe to each newsletter from outside the network.</summary>
    public IReadOnlyList<(NewsletterSetting Newsletter, int Count)> Subscribed { get; private init; } = [];

    internal static async Task<PersonalDataView> Of(Room room, Refusal? refusal, CancellationToken stop)
    {
        var roster = await room.Office.Network.Load(stop);
        var erasing = await room.Office.Erasures.Ordered(room.Now, stop);
        return new PersonalDataView(
            roster, [.. (await room.Office.DataRequests.Open(stop)).Select(request => WaitingRequest.Of(request, room))],
            [.. Leaving(roster, room).Where(leaver => !erasing.Contains(leaver.Person.Id)).OrderBy(leaver => leaver.Until)],
            (await room.Office.Inbox.All(stop)).Count, await Erasures(room, stop), room.Context.Request.Query["fait"].ToString(), refusal)
        {
            Subscribed = await Subscriptions(room, stop),
            Erasing = erasing.Count(person => roster.Contacts.GetValueOrDefault(person) is { IsErased: false }),
        };
    }

    private static IEnumerable<(Contact Person, DateOnly Left, DateOnly Until)> Leaving(Roster roster, Room room)
    {
        foreach (var contact in roster.Contacts.Values)
            if (RetentionRules.LeftOn(contact, roster.Organisations.GetValueOrDefault(contact.Organisation) is { Active: true }, room.Today) is { } left)
                yield return (contact, left, left.AddMonths(room.Setting.Platform.Legal.RetentionMonths));
    }

    private static async Task<IReadOnlyList<(NewsletterSetting, int)>> Subscriptions(Room room, CancellationToken stop)
    {
        List<(NewsletterSetting, int)> subscribed = [];
        foreach (var letter in room.Setting.Platform.Newsletters)
            subscribed.Add((letter, await room.Office.SubscriberRows.All(letter.Id, stop).CountAsync(stop)));
        return subscribed;
    }

    private static async Task<IReadOnlyList<ErasedNight>> Erasures(Room room, CancellationToken stop)
    {
        var names = await JournalNames.Load(room.Office, await TodayLoad.Plans(room.Office, stop), stop);
        var from = room.Now.AddDays(-Days);
        List<ErasedNight> nights = [];
        await foreach (var line in room.Office.Journal.Read(from, room.Now, stop))
            if (line.Instant >= from && Erases(line))
                nights.Add(new ErasedNight(room.DayAt(line.Instant), line.Kind == nameof(Effect.ErasePerson) ? JournalSentences.What(line.Kind, line.Actor) : Words.Capital(JournalSentences.Detail(names, line))));
        nights.Reverse();
        return nights;
    }

    private static bool Erases(JournalLine line) => line.Kind == nameof(Effect.ErasePerson)
        || line is { Kind: nameof(Effect.Note), Actor: "" } && (line.Subject.StartsWith(RetentionDesk.Subject, StringComparison.Ordinal) || line.Subject.StartsWith(MemberDesk.ErasedSubject, StringComparison.Ordinal));
}

/// <param name="Until">Last day for an answer.</param>
public sealed record WaitingRequest(DataRequest Request, DateOnly Until, bool Late)
{
    /// <summary>« Demande l’effacement de ses données ».</summary>
    public string What => Request.Kind == DataRequestKind.Erasure ? "Demande l’effacement de ses données" : $"Demande à être jointe à l’adresse {Request.Address}";

    /// <summary>Until when it is to be dealt with, or that its month is past.</summary>
    public string Due => Late ? $"Le mois pour répondre est passé depuis le {FrenchDates.Day(Until)}\u00A0: répondez sans attendre." : $"À traiter au plus tard le {FrenchDates.Day(Until)}.";

    internal static WaitingRequest Of(DataRequest request, Room room)
    {
        var until = DataRequestRules.Deadline(room.Zone.DayOf(request.At));
        return new WaitingRequest(request, until, until < room.Today);
    }
}

public sealed record ErasedNight(string When, string What);
