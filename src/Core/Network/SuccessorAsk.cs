namespace Almanach.Core.Network;

/// <summary>That an organisation was asked, or is still to be asked, who takes the place of one of its people. One a person, ever.</summary>
/// <param name="Contact">Id of whoever is to be replaced.</param>
/// <param name="Asked">Id of the colleague who was written to; null where there is none, and the coordinator asks herself.</param>
/// <param name="Mark">Of the address that was refused, or of that of whoever left: another one settles it.</param>
public sealed record SuccessorAsk(string Contact, string Organisation, VacancyReason Reason, string? Asked, string Mark, DateTimeOffset At)
{
    public const string Partition = "successors";

    public const string Prefix = "asked|";
}

public enum VacancyReason
{
    /// <summary>Marked as left by the coordinator.</summary>
    Left,

    /// <summary>A message was refused for good by the addressee's server.</summary>
    Refused,
}
