namespace Almanach.Core.Mail.Asks;

/// <summary>One morning's reminders, decided.</summary>
/// <param name="Leaves">By person, in order of id; of each, what matters most first.</param>
/// <param name="Held">Reminders that the budget holds back, by person.</param>
public sealed record AskMorning(DateOnly Day, IReadOnlyList<IGrouping<string, Ask>> Leaves, IReadOnlyList<HeldReminder> Held)
{
    /// <summary>What is kept of it.</summary>
    public AskDay Kept() => AskDay.Of(Day, Leaves.SelectMany(asks => asks), Held.SelectMany(held => held.Asks));
}

/// <summary>A person who is not reminded this morning.</summary>
/// <param name="Asks">What she would have been reminded of.</param>
/// <param name="Lately">How often she was solicited in the budget's days.</param>
public sealed record HeldReminder(IReadOnlyList<Ask> Asks, int Lately)
{
    public string Contact => Asks[0].Contact;
}
