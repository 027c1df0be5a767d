namespace Almanach.Core.Mail.Budget;

/// <summary>Who was solicited when: what was sent lately and, for a look ahead, what is planned. One entry a message.</summary>
public sealed record SolicitationTally(IReadOnlyList<Solicited> All)
{
    public static SolicitationTally Empty { get; } = new([]);

    public SolicitationTally With(IEnumerable<Solicited> more) => new([.. All, .. more]);

    /// <summary>How often each person was solicited in the days up to one, that day included, by what left before an instant.</summary>
    /// <param name="before">What leaves at that very instant does not count yet: in which order the two are performed must not matter.</param>
    /// <param name="days">Length of the window: with 14, the day itself and the thirteen before.</param>
    public IReadOnlyDictionary<string, SolicitedTimes> Times(DateOnly day, DateTimeOffset before, int days)
    {
        Dictionary<string, SolicitedTimes> times = [];
        foreach (var message in All.Where(message => message.Day <= day && message.Day.AddDays(days) > day && message.At < before))
            foreach (var person in message.People)
                times[person] = times.GetValueOrDefault(person).And(message.Kind);
        return times;
    }
}

/// <param name="At">When it left or leaves, UTC.</param>
/// <param name="Day">The same as a day of the platform.</param>
/// <param name="People">Ids of contacts, each once.</param>
public sealed record Solicited(DateTimeOffset At, DateOnly Day, SolicitationKind Kind, IReadOnlyCollection<string> People);

/// <param name="All">Messages that asked something, reminders included.</param>
public readonly record struct SolicitedTimes(int All, int Reminders)
{
    public SolicitedTimes And(SolicitationKind kind) => new(All + 1, Reminders + (kind == SolicitationKind.Reminder ? 1 : 0));
}
