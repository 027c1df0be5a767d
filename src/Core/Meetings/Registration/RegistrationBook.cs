using System.Text.Json.Serialization;

namespace Almanach.Core.Meetings.Registration;

/// <summary>Who has a place at a meeting that is open to all, by ids alone: names and addresses have rows of their own.</summary>
/// <param name="Bookings">In the order in which people came; those who wait, in the order in which they get a place.</param>
/// <param name="Told">The messages that told of a change, by their keys: calendars number them. Null before.</param>
/// <param name="Reminded">Day of the meeting that people were reminded of.</param>
/// <param name="Erased">Names and addresses are past keeping and gone; the ids stay, so that the number of people does.</param>
public sealed record RegistrationBook(
    RegistrationTerms Terms, IReadOnlyList<Booking> Bookings, IReadOnlyList<string>? Told = null, DateOnly? Reminded = null, bool Erased = false)
{
    public const string Key = "book";

    public static string Partition(string meeting) => $"registration-{meeting}";

    public Booking? Find(string id) => Bookings.FirstOrDefault(booking => booking.Id == id);

    public int Count(BookingState state) => Bookings.Count(booking => booking.State == state);

    [JsonIgnore]
    public int Unconfirmed => Bookings.Count(booking => booking.IsUnconfirmed);
}

/// <summary>On what conditions one may register.</summary>
/// <param name="Capacity">Places; 0 for no limit.</param>
/// <param name="LastDay">Day on whose evening it ends; null for the day before the meeting, whenever that is.</param>
public sealed record RegistrationTerms(bool Open, int Capacity = 0, DateOnly? LastDay = null, RegistrationFor For = RegistrationFor.Anybody);

public enum RegistrationFor
{
    Anybody,

    /// <summary>Those whose address the network knows.</summary>
    Network,
}

/// <param name="Since">When this state began, UTC.</param>
/// <param name="Until">When it lapses, unless the person confirms; null once she did.</param>
public sealed record Booking(string Id, BookingState State, DateTimeOffset Since, DateTimeOffset? Until = null)
{
    [JsonIgnore]
    public bool IsUnconfirmed => State is BookingState.Held or BookingState.Asked;
}

public enum BookingState
{
    /// <summary>A place is kept for a while, until the person confirms.</summary>
    Held,

    /// <summary>Everything was taken when she asked: once she confirms she waits, unless there is a place by then.</summary>
    Asked,
    Confirmed,
    Waiting,
}
