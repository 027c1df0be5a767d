namespace Almanach.Core.Themes;

/// <summary>Somebody outside who left an address for an answer; kept apart from the proposal, so that only the coordinator sees it.</summary>
public sealed record OutsideAuthor(string Proposal, int Year, string Address, DateTimeOffset At)
{
    public const string Partition = "outside-authors";
}
