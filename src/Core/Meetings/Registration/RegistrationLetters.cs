using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.ICalendar;
using Almanach.Core.Mail;
using Almanach.Core.Meetings.Calendars;
using Almanach.Core.Platforms;

namespace Almanach.Core.Meetings.Registration;

/// <summary>What is written to people who registered. Each message has a key of its own, so that it is sent once.</summary>
public sealed class RegistrationLetters(Setting setting)
{
    /// <summary>The texts a platform needs before it can open a registration.</summary>
    public IEnumerable<string> Missing => TextCatalogue.Registration.Where(text => !setting.Folder.Texts.ContainsKey(text));

    /// <summary>What one decision tells: everybody who is told the same reads one message.</summary>
    public IEnumerable<Post> Of(Meeting meeting, RegistrationTurn turn, IReadOnlySet<string> mailed, DateTimeOffset now) =>
        from news in turn.News
        where mailed.Contains(news.Id)
        group news.Id by news.What into told
        select Of(meeting, turn.Book, told.Key, [.. told], now);

    /// <param name="People">Ids of those who read it.</param>
    public sealed record Post(Mailing Mailing, IReadOnlyList<string> People);

    private Post Of(Meeting meeting, RegistrationBook book, RegistrationNews what, IReadOnlyList<string> people, DateTimeOffset now)
    {
        var (text, name) = what switch
        {
            RegistrationNews.ToConfirm => (TextCatalogue.RegistrationAsked, "confirmer"),
            RegistrationNews.Confirmed => (TextCatalogue.RegistrationConfirmed, "place"),
            RegistrationNews.Waiting => (TextCatalogue.RegistrationWaiting, "attente"),
            RegistrationNews.PlaceFound => (TextCatalogue.RegistrationPlaceFound, "liste"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var seated = what is RegistrationNews.Confirmed or RegistrationNews.PlaceFound;
        var values = Values(meeting, seated);
        if (what == RegistrationNews.ToConfirm)
            values["clôture"] = FrenchDates.DayAt(setting.Zone.LocalOf(book.Find(people[0])!.Until!.Value));
        // The same person is told the same thing once a day, however often it is asked.
        var key = people is [var one] ? $"inscription-{meeting.Id}-{one}-{name}-{setting.Zone.DayOf(now):yyyy-MM-dd}" : $"inscription-{meeting.Id}-{name}-{Todo.Stamp(now).ToLowerInvariant()}";
        // Past that, the place asked for is free again; and nobody comes to a meeting that has begun.
        var expires = what == RegistrationNews.ToConfirm ? book.Find(people[0])!.Until : meeting.Starts;
        return new Post(Written(meeting, key, text, values, seated ? Event(meeting, book, now) : null) with { Expires = expires }, people);
    }

    /// <summary>Nobody asked for it at that moment: it goes to no address that is known not to receive.</summary>
    public Mailing Reminder(Meeting meeting)
    {
        var key = $"inscription-{meeting.Id}-rappel-{setting.Zone.DayOf(meeting.Starts):yyyy-MM-dd}";
        return Written(meeting, key, TextCatalogue.RegistrationReminder, Values(meeting, seated: true), null) with { Expires = meeting.Starts, Requested = false };
    }

    /// <summary>What those who have a place read of a change, in the words of those convened.</summary>
    /// <param name="book">With the message already among those that told.</param>
    public Mailing Changed(Meeting meeting, RegistrationBook book, Effect.TellRegistered effect) =>
        Changed(meeting, effect, seated: true) with { Event = Event(meeting, book, effect.Due) };

    /// <summary>The same for those who wait: no calendar of theirs holds it, and the video link is not for them.</summary>
    public Mailing ChangedForWaiting(Meeting meeting, Effect.TellRegistered effect) =>
        Changed(meeting, effect, seated: false) with { Key = $"{effect.Key.ToLowerInvariant()}-attente" };

    private Mailing Changed(Meeting meeting, Effect.TellRegistered effect, bool seated)
    {
        var values = Values(meeting, seated);
        values["ancienne date"] = FrenchDates.DayAt(setting.Zone.LocalOf(effect.Was));
        values["ancien lieu"] = effect.Place;
        return Written(meeting, effect.Key.ToLowerInvariant(), TextOf(effect.Change), values, null) with
        {
            Expires = effect.Change == MeetingChange.CalledOff ? null : meeting.Starts,
            Requested = false,
        };
    }

    private static string TextOf(MeetingChange change) => change switch
    {
        MeetingChange.Moved => "report-reunion",
        MeetingChange.Arranged => "changement-reunion",
        MeetingChange.CalledOff => "annulation-reunion",
        MeetingChange.Restored => "maintien-reunion",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Mailing Written(Meeting meeting, string key, string text, Dictionary<string, string> values, CalendarEvent? calendar) => new(
        key, text, values, new Audience([], "", "", 0), "Vous recevez ce message parce que cette adresse a été donnée pour s’inscrire à cette rencontre.",
        new LinkTo(LinkPurpose.Registration, meeting.Id, meeting.Starts.AddDays(RegistrationTimes.DaysKept)), Replay.SendAgain, Requested: true, Event: calendar);

    /// <summary>Numbered on from what those convened were told: a calendar that knows both takes the later one.</summary>
    private CalendarEvent Event(Meeting meeting, RegistrationBook book, DateTimeOffset stamp) =>
        MeetingEvents.InFeed(meeting, setting.Platform.Brand, stamp) with { Sequence = MeetingEvents.Sequence(meeting) + (book.Told?.Count ?? 0) };

    /// <param name="seated">Whether they have a place: the video link is for them alone.</param>
    private Dictionary<string, string> Values(Meeting meeting, bool seated) => MeetingSlots.Of(meeting, setting, linked: seated);
}
