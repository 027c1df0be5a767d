namespace Almanach.Core.Cycle;

/// <summary>What can happen to a step. Every command carries its instant and who gives it.</summary>
/// <param name="Actor">« coordination », or empty for a timer.</param>
public abstract record CycleCommand(string Step, DateTimeOffset Now, string Actor)
{
    /// <summary>Opens now, whatever its date.</summary>
    public sealed record Open(string Step, DateTimeOffset Now, string Actor) : CycleCommand(Step, Now, Actor);

    public sealed record Close(string Step, DateTimeOffset Now, string Actor) : CycleCommand(Step, Now, Actor);

    public sealed record Skip(string Step, string Reason, DateTimeOffset Now, string Actor) : CycleCommand(Step, Now, Actor);

    /// <summary>Opens again a step that was closed; one that was skipped takes its place in the calendar again. A consultation gets a new end.</summary>
    public sealed record Reopen(string Step, DateTimeOffset? Ends, DateTimeOffset Now, string Actor) : CycleCommand(Step, Now, Actor);

    /// <summary>Moves one step, and those of the others whose new dates are accepted.</summary>
    /// <param name="Announce">It is a meeting whose date was put to those who come: they are told which it is, convened or not.</param>
    public sealed record Move(string Step, IReadOnlyList<NewDate> Dates, DateTimeOffset Now, string Actor, bool Announce = false) : CycleCommand(Step, Now, Actor);

    /// <summary>The hour, the place and the video link of a meeting to come; its day moves by <see cref="Move"/>.</summary>
    /// <param name="Starts">UTC.</param>
    /// <param name="Place">One line; empty for a meeting held by video only.</param>
    /// <param name="Link">Of the video meeting; may be empty.</param>
    public sealed record Arrange(string Step, DateTimeOffset Starts, string Place, string Link, DateTimeOffset Now, string Actor) : CycleCommand(Step, Now, Actor);

    /// <summary>A meeting that sat without quorum takes place once more, on the same agenda.</summary>
    /// <param name="Starts">UTC.</param>
    public sealed record ConveneAgain(string Step, DateTimeOffset Starts, DateTimeOffset Now, string Actor) : CycleCommand(Step, Now, Actor);

    /// <summary>Adds the meeting of an action to the year, and its invitation before it.</summary>
    /// <param name="Step">Id that the meeting's step takes.</param>
    public sealed record AddMeeting(string Step, NewMeeting Meeting, DateTimeOffset Now, string Actor) : CycleCommand(Step, Now, Actor);

    /// <summary>Adds a special edition of a newsletter to the year.</summary>
    /// <param name="Step">Id that its step takes.</param>
    /// <param name="Newsletter">Id of the newsletter.</param>
    /// <param name="Sends">UTC.</param>
    /// <param name="Day">On which it leaves, for the platform.</param>
    /// <param name="CallDays">Days before at which contributions are called for; 0 for no call.</param>
    /// <param name="Calls">When that is, UTC; null for no call.</param>
    /// <param name="ReviewDays">Days before at which its articles go to the editors; 0 where the coordinator approves them herself.</param>
    /// <param name="Reviews">When that is, UTC; null for no review.</param>
    public sealed record AddEdition(
        string Step, string Newsletter, string Title, DateTimeOffset Sends, DateOnly Day, int CallDays, DateTimeOffset? Calls, int ReviewDays, DateTimeOffset? Reviews,
        int SilenceDays, DateTimeOffset Now, string Actor) : CycleCommand(Step, Now, Actor);

    /// <summary>The timer of its start: does nothing when the step has moved since.</summary>
    /// <param name="Performed">When it really runs, UTC: later than its instant where the host was down. Null for on time.</param>
    public sealed record StartsNow(string Step, DateTimeOffset Now, DateTimeOffset? Performed = null) : CycleCommand(Step, Now, "");

    /// <summary>The timer of its end.</summary>
    public sealed record EndsNow(string Step, DateTimeOffset Now) : CycleCommand(Step, Now, "");

    /// <summary>What it was to open cannot be opened: it waits for the coordinator, who reads why.</summary>
    public sealed record HoldBack(string Step, string Reason, DateTimeOffset Now) : CycleCommand(Step, Now, "");
}

/// <param name="Ends">UTC, exclusive; null keeps a step of one instant.</param>
public sealed record NewDate(string Step, DateTimeOffset Starts, DateTimeOffset? Ends);

/// <summary>The meeting of an action, as it is planned.</summary>
/// <param name="Action">Id of the action in the year's programme.</param>
/// <param name="Kind">What such a meeting is called: « Atelier ».</param>
/// <param name="Starts">UTC.</param>
/// <param name="Place">One line; empty for a meeting held by video only.</param>
/// <param name="Link">Of the video meeting; may be empty.</param>
/// <param name="Invites">When its invitation leaves, UTC.</param>
/// <param name="Reason">Why it is held though conditions are missing; empty where none is.</param>
public sealed record NewMeeting(
    string Action, string Kind, string Title, DateTimeOffset Starts, int Minutes, string Place, string Link,
    DateTimeOffset Invites, IReadOnlyList<string> Agenda, string Reason = "");
