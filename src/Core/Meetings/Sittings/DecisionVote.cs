namespace Almanach.Core.Meetings.Sittings;

/// <summary>How those present voted on a decision as it is written.</summary>
/// <param name="Chair">On a tie, how the chair's casting vote (voix prépondérante) went: for, or against; null where it was not used.</param>
public sealed record DecisionVote(int For, int Against, int Abstained, bool? Chair = null)
{
    public int Cast => For + Against + Abstained;

    public bool Tied => For == Against;

    public bool Carried => For > Against || (Tied && Chair == true);
}
