namespace Almanach.Core.Themes;

/// <summary>Somebody outside who asked to be told what becomes of a proposal; kept apart from it, so that no page shows the address.</summary>
public sealed record OutsideAuthor(string Proposal, int Year, string Address, DateTimeOffset At)
{
    public const string Partition = "outside-authors";
}
