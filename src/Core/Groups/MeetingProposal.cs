namespace Almanach.Core.Groups;

/// <summary>The launch meeting of a group as its pilot proposes it. It enters the year once the coordinator agrees.</summary>
/// <param name="Starts">UTC.</param>
/// <param name="Minutes">15 to 1440.</param>
/// <param name="Place">One line; empty for a meeting held by video only.</param>
/// <param name="Link">Of the video meeting; may be empty.</param>
/// <param name="Agenda">One point a line.</param>
/// <param name="By">Id of the contact who proposed it.</param>
/// <param name="Declined">What the coordinator asks to change; empty as long as she has not answered.</param>
public sealed record MeetingProposal(
    DateTimeOffset Starts, int Minutes, string Place, string Link, IReadOnlyList<string> Agenda, string By, DateTimeOffset At, string Declined = "")
{
    /// <summary>It is the coordinator's turn.</summary>
    public bool Waits => Declined.Length == 0;
}
