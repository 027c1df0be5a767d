using Almanach.Core.Calendar;

namespace Almanach.Core.Meetings.Registration;

/// <summary>What the rules look at beside the book.</summary>
/// <param name="Meeting">With the agenda its convocation has, or will have.</param>
/// <param name="Off">It does not take place.</param>
/// <param name="Coming">Members who answered that they come: they need a place too.</param>
/// <param name="Known">Id of each registered person by her address, lower-case.</param>
public sealed record RegistrationScene(Meeting Meeting, bool Off, int Coming, IReadOnlyDictionary<string, string> Known, PlatformZone Zone)
{
    /// <summary>The last day on which one may register: never after the day of the meeting.</summary>
    public DateOnly LastDay(RegistrationTerms terms)
    {
        var day = Zone.DayOf(Meeting.Starts);
        return terms.LastDay is { } last && last < day ? last : terms.LastDay is null ? day.AddDays(-1) : day;
    }

    public bool IsAhead(DateTimeOffset now) => !Off && now < Meeting.Starts;

    public bool TakesMore(RegistrationTerms terms, DateTimeOffset now) => terms.Open && IsAhead(now) && Zone.DayOf(now) <= LastDay(terms);

    /// <summary>Places left; null without limit, never less than none.</summary>
    public int? Free(RegistrationBook book, DateTimeOffset now) => book.Terms.Capacity == 0 ? null
        : Math.Max(0, book.Terms.Capacity - Coming - book.Bookings.Count(booking => RegistrationRules.TakesPlace(booking, now)));
}

/// <summary>What a decision changes.</summary>
/// <param name="Written">People whose row is written.</param>
/// <param name="Gone">Ids whose row is erased.</param>
/// <param name="News">Who is told what.</param>
public sealed record RegistrationTurn(
    RegistrationBook Book, IReadOnlyList<Registrant> Written, IReadOnlyList<string> Gone, IReadOnlyList<PersonNews> News);

public sealed record PersonNews(string Id, RegistrationNews What);

public enum RegistrationNews
{
    /// <summary>« Confirmez votre inscription ».</summary>
    ToConfirm,
    Confirmed,
    Waiting,

    /// <summary>A place was given back, and she who waited has it.</summary>
    PlaceFound,
}
